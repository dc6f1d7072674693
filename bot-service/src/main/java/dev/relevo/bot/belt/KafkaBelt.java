package dev.relevo.bot.belt;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/// A topic whose partitions are our shards. Who reads a partition is not left to the cluster's
/// groups: it is whoever holds the shard's lease, as with everything else that is done about lanes.
/// How far was read is kept by the cluster, for whoever holds it next.
final class KafkaBelt implements Belt {

  private static final Duration MOMENT = Duration.ofMillis(200);

  private final String topic;
  private final KafkaProducer<String, String> producer;
  private final KafkaConsumer<String, String> consumer;
  private final Duration patience;
  private final Supplier<Set<Integer>> shards;
  private Set<TopicPartition> reading = Set.of();
  private volatile long waiting;

  KafkaBelt(
      String topic,
      KafkaProducer<String, String> producer,
      KafkaConsumer<String, String> consumer,
      Duration patience,
      Supplier<Set<Integer>> shards) {
    this.topic = topic;
    this.producer = producer;
    this.consumer = consumer;
    this.patience = patience;
    this.shards = shards;
  }

  @Override
  public void put(List<Item> items) {
    try {
      items.stream().map(this::send).toList().forEach(this::await);
    } catch (KafkaException stuck) {
      throw new BeltStuck(stuck);
    }
  }

  @Override
  public boolean take(Consumer<List<String>> worker) {
    read(shards.get());
    if (reading.isEmpty()) {
      waiting = 0;
      return false;
    }
    var records = consumer.poll(MOMENT);
    waiting = behind() + records.count();
    if (!records.isEmpty()) {
      try {
        worker.accept(texts(records));
      } catch (RuntimeException failed) {
        starts(records).forEach(consumer::seek);
        throw failed;
      }
      consumer.commitSync(ends(records));
      waiting = behind();
    }
    return true;
  }

  @Override
  public long waiting() {
    return waiting;
  }

  @Override
  public void close() {
    producer.close(patience);
    consumer.close();
  }

  private Future<RecordMetadata> send(Item item) {
    return producer.send(new ProducerRecord<>(topic, item.shard(), item.key(), item.text()));
  }

  private void await(Future<RecordMetadata> sent) {
    try {
      sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException stuck) {
      throw new BeltStuck(stuck);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new BeltStuck(stopped);
    }
  }

  /// As far as the cluster has told: of a partition that was not read yet it has not.
  private long behind() {
    return reading.stream().mapToLong(it -> consumer.currentLag(it).orElse(0)).sum();
  }

  /// What came anew is read from where its last holder was; what stays, goes on.
  private void read(Set<Integer> held) {
    var wanted = held.stream().map(it -> new TopicPartition(topic, it)).collect(Collectors.toSet());
    if (!wanted.equals(reading)) {
      consumer.assign(wanted);
      reading = new HashSet<>(wanted);
    }
  }

  private static List<String> texts(ConsumerRecords<String, String> records) {
    return StreamSupport.stream(records.spliterator(), false).map(ConsumerRecord::value).toList();
  }

  private static Map<TopicPartition, Long> starts(ConsumerRecords<String, String> records) {
    return records.partitions().stream()
        .collect(Collectors.toMap(it -> it, it -> records.records(it).getFirst().offset()));
  }

  private static Map<TopicPartition, OffsetAndMetadata> ends(
      ConsumerRecords<String, String> records) {
    var ends = new HashMap<TopicPartition, OffsetAndMetadata>();
    for (var partition : records.partitions()) {
      var last = records.records(partition).getLast().offset();
      ends.put(partition, new OffsetAndMetadata(last + 1));
    }
    return ends;
  }
}
