package dev.relevo.bot.belt;

import dev.relevo.bot.setting.CannotStart;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The cluster (`relevo.kafka.*`).
///
/// @param bootstrapServers brokers to ask first, `host:port`, separated by commas
/// @param prefix before the names of topics and groups, so that several Relevos may share a cluster
/// @param replicas of each partition, in topics that are made; 3 where there are three brokers. An
///   answer is given once two have it, or the one there is
/// @param kept how long a topic that is made keeps what was worked off
/// @param patience how long the cluster may take to say that it has something
/// @param properties for every client, by Kafka's own names: `security.protocol` and so on
@ConfigurationProperties("relevo.kafka")
record KafkaSettings(
    @DefaultValue("") String bootstrapServers,
    @DefaultValue("relevo") String prefix,
    @DefaultValue("3") short replicas,
    @DefaultValue("3d") Duration kept,
    @DefaultValue("10s") Duration patience,
    @DefaultValue Map<String, String> properties) {

  KafkaSettings {
    bootstrapServers = bootstrapServers.strip();
    properties = Map.copyOf(properties);
    if (bootstrapServers.isEmpty()) {
      throw new CannotStart(
          "relevo.transport is kafka, but relevo.kafka.bootstrap-servers is not set; name a broker or more, like kafka-1:9092,kafka-2:9092.");
    }
    if (replicas < 1) {
      throw new CannotStart("relevo.kafka.replicas is less than 1; it is 3 as a rule.");
    }
  }

  /// Brokers that must have something before it counts as kept.
  int mustHave() {
    return replicas > 1 ? 2 : 1;
  }

  @Override
  public String toString() {
    return "KafkaSettings[bootstrapServers=%s, prefix=%s]".formatted(bootstrapServers, prefix);
  }
}
