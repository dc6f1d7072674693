package dev.relevo.bot.belt;

import dev.relevo.bot.lane.Leases;
import dev.relevo.bot.setting.CannotStart;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Belts on a Kafka cluster: a topic each, with a partition for every shard.
final class KafkaBelts implements Belts {

  private static final int MEMORY = 16 * 1024 * 1024;
  private static final int AT_ONCE = 500;
  private static final Duration AGAIN = Duration.ofMillis(250);

  private final KafkaSettings settings;
  private final Supplier<Set<Integer>> shards;

  /// @param shards which this replica holds now
  KafkaBelts(KafkaSettings settings, Supplier<Set<Integer>> shards) {
    this.settings = settings;
    this.shards = shards;
  }

  @Override
  public Belt open(String name) {
    var topic = settings.prefix() + "." + name;
    try {
      prepare(topic);
      return new KafkaBelt(
          topic,
          new KafkaProducer<>(producing(), new StringSerializer(), new StringSerializer()),
          new KafkaConsumer<>(consuming(topic), new StringDeserializer(), new StringDeserializer()),
          settings.patience(),
          shards);
    } catch (KafkaException wrong) {
      throw refused(wrong);
    }
  }

  /// Makes the topic if it is not there, and sees that it has a partition for every shard.
  private void prepare(String topic) {
    try (var admin = Admin.create(common())) {
      if (!made(admin, topic)) {
        requirePartitions(topic, partitions(admin, topic));
      }
    } catch (ExecutionException failed) {
      throw refused(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw refused(stopped);
    }
  }

  private boolean made(Admin admin, String topic) throws ExecutionException, InterruptedException {
    var wanted =
        new NewTopic(topic, Leases.SHARDS, settings.replicas())
            .configs(
                Map.of(
                    TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                    Integer.toString(settings.mustHave()),
                    TopicConfig.RETENTION_MS_CONFIG,
                    Long.toString(settings.kept().toMillis())));
    try {
      admin.createTopics(List.of(wanted)).all().get();
      return true;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw failed;
    }
  }

  /// Another replica may have made it a moment ago, and not every broker know it yet.
  private int partitions(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    var end = System.nanoTime() + settings.patience().toNanos();
    while (true) {
      try {
        return admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
            .mapToInt(it -> it.partitions().size())
            .sum();
      } catch (ExecutionException failed) {
        if (!(failed.getCause() instanceof UnknownTopicOrPartitionException)
            || System.nanoTime() > end) {
          throw failed;
        }
        Thread.sleep(AGAIN);
      }
    }
  }

  private static void requirePartitions(String topic, int partitions) {
    if (partitions != Leases.SHARDS) {
      throw new CannotStart(
          "The topic %s has %d partitions and needs %d; delete it while nothing is on it, or set relevo.kafka.prefix to another."
              .formatted(topic, partitions, Leases.SHARDS));
    }
  }

  private CannotStart refused(Throwable failed) {
    var reason = failed;
    while (reason.getCause() != null) {
      reason = reason.getCause();
    }
    return new CannotStart(
        "The Kafka cluster at %s (relevo.kafka.bootstrap-servers) cannot be used: %s"
            .formatted(settings.bootstrapServers(), reason.getMessage()),
        failed);
  }

  private Map<String, Object> producing() {
    var all = common();
    all.put(ProducerConfig.ACKS_CONFIG, "all");
    all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    all.put(ProducerConfig.LINGER_MS_CONFIG, 1);
    all.put(ProducerConfig.BUFFER_MEMORY_CONFIG, MEMORY);
    all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis() / 2);
    all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis());
    return all;
  }

  private Map<String, Object> consuming(String topic) {
    var all = common();
    all.put(ConsumerConfig.GROUP_ID_CONFIG, topic);
    all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE);
    return all;
  }

  private Map<String, Object> common() {
    var all = new HashMap<String, Object>(settings.properties());
    all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    all.put(CommonClientConfigs.CLIENT_ID_CONFIG, settings.prefix());
    all.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, millis() / 2);
    all.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, millis());
    return all;
  }

  private int millis() {
    return Math.toIntExact(settings.patience().toMillis());
  }
}
