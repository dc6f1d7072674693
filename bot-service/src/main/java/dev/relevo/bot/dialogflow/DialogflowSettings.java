package dev.relevo.bot.dialogflow;

import dev.relevo.bot.setting.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The first workspace's agent, for who would rather not enter it in the console, and how agents
/// are called. An empty text counts as not set.
///
/// @param agent its full name, `projects/…/locations/…/agents/…`; or only the last part, and the
///   others by themselves
/// @param credentialsFile the service account's key, as Google gives it
/// @param language empty: the customer's
/// @param endpoint another address than Google's, `host:port`, without encryption: only this
///   machine's
/// @param deadline how long one call may take
/// @param sessionTtl how long an agent remembers a conversation in which nobody speaks; Google
///   allows a day
@ConfigurationProperties("relevo.dialogflow")
record DialogflowSettings(
    @DefaultValue("") String project,
    @DefaultValue("") String location,
    @DefaultValue("") String agent,
    @DefaultValue("") String environment,
    @DefaultValue("") String credentialsFile,
    @DefaultValue("") String language,
    @DefaultValue("") String endpoint,
    @DefaultValue("8s") Duration deadline,
    @DefaultValue("30m") Duration sessionTtl) {

  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]):\\d{1,5}");

  DialogflowSettings {
    if (!endpoint.isBlank() && !LOOPBACK.matcher(endpoint).matches()) {
      throw new CannotStart(
          "relevo.dialogflow.endpoint is \"%s\", but is for an agent on this machine only, without encryption: write it like 127.0.0.1:9090, or leave it out to call Google."
              .formatted(endpoint));
    }
    if (deadline.isNegative() || deadline.isZero() || deadline.compareTo(sessionTtl) > 0) {
      throw new CannotStart(
          "relevo.dialogflow.deadline is %s, but must be longer than nothing and shorter than relevo.dialogflow.session-ttl; 8s is usual."
              .formatted(deadline));
    }
    if (sessionTtl.compareTo(Duration.ofDays(1)) > 0) {
      throw new CannotStart(
          "relevo.dialogflow.session-ttl is %s, but Dialogflow keeps a session for a day at most; 30m is usual."
              .formatted(sessionTtl));
    }
  }

  /// Where to call instead of Google, without encryption and without a key.
  Optional<String> onThisMachine() {
    return Optional.of(endpoint).filter(it -> !it.isBlank());
  }

  /// The agent that is set; empty when none is.
  ///
  /// @throws CannotStart when only a part of it is set, or the key cannot be read
  Optional<Connection> connection() {
    if (project.isBlank() && location.isBlank() && agent.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        new Connection(name(), Optional.of(language).filter(it -> !it.isBlank()), key()));
  }

  private AgentName name() {
    try {
      if (agent.startsWith("projects/")) {
        return AgentName.of(agent);
      }
      var part = Optional.of(environment).filter(it -> !it.isBlank());
      return new AgentName(project, location, agent, part);
    } catch (IllegalArgumentException wrong) {
      throw new CannotStart(
          "relevo.dialogflow names no agent (%s); set agent to its full name, projects/…/locations/…/agents/…, as Dialogflow's console copies it"
              .formatted(wrong.getMessage()),
          wrong);
    }
  }

  private Optional<ServiceKey> key() {
    if (credentialsFile.isBlank() && onThisMachine().isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          ServiceKey.of(Files.readString(Path.of(credentialsFile)))
              .orElseThrow(() -> new IOException("it is not a service account's key")));
    } catch (IOException unreadable) {
      throw new CannotStart(
          "relevo.dialogflow.credentials-file is \"%s\", which cannot be used (%s); give the path of the JSON key of a service account with the role Dialogflow API Client."
              .formatted(credentialsFile, unreadable.getMessage()),
          unreadable);
    }
  }
}
