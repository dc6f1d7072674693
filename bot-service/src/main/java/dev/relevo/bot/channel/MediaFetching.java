package dev.relevo.bot.channel;

import dev.relevo.bot.channel.WebhookChannel.Fetched;
import dev.relevo.bot.database.Workload;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.file.FileTooLarge;
import dev.relevo.crm.file.Files;
import dev.relevo.crm.file.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Fetches one file a customer sent, after their message was stored, and puts it into the message;
/// or says in the message why it could not be had.
@Component
class MediaFetching {

  private static final Logger log = LoggerFactory.getLogger(MediaFetching.class);

  /// Soon while the provider's address lives (five minutes), then ever later, for some two days.
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(2),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofHours(24));

  private final Channels channels;
  private final MediaTable media;
  private final Files files;
  private final Conversations conversations;
  private final MediaSettings settings;
  private final Clock clock;
  private final TransactionTemplate transaction;

  MediaFetching(
      Channels channels,
      MediaTable media,
      Files files,
      Conversations conversations,
      MediaSettings settings,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.channels = channels;
    this.media = media;
    this.files = files;
    this.conversations = conversations;
    this.settings = settings;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Tries once.
  void fetch(MediaTable.Claim claim) {
    Workload.WEBHOOKS.run(() -> settle(claim, attempt(claim)));
  }

  /// How a try ended.
  private sealed interface Try {

    record Stored(StoredFile file) implements Try {}

    record Later(String why) implements Try {}

    record Never(String why) implements Try {}
  }

  private Try attempt(MediaTable.Claim claim) {
    var channel = channels.find(claim.channel());
    if (channel.isEmpty() || !(channel.get() instanceof WebhookChannel webhook)) {
      return new Try.Never("The channel is no longer set up.");
    }
    return switch (webhook.fetch(claim.reference())) {
      case Fetched.Bytes bytes -> store(claim, bytes);
      case Fetched.NotNow(var why) -> new Try.Later(why);
      case Fetched.Gone(var why) -> new Try.Never(why);
    };
  }

  private Try store(MediaTable.Claim claim, Fetched.Bytes bytes) {
    var owner = media.owner(claim.id());
    if (owner.isEmpty()) {
      return new Try.Never("nobody wants it any more");
    }
    try (var stream = bytes.stream()) {
      return new Try.Stored(
          files.store(
              claim.workspace(), owner, name(claim), bytes.mime(), stream, settings.limit()));
    } catch (FileTooLarge tooLarge) {
      return new Try.Never(
          "The file is larger than %d MB.".formatted(settings.mediaLimit().toMegabytes()));
    } catch (IOException | UncheckedIOException | DataAccessException broken) {
      return new Try.Later(broken.getClass().getSimpleName());
    }
  }

  private String name(MediaTable.Claim claim) {
    return content(claim)
        .map(it -> it.name().isBlank() ? it.kind().name().toLowerCase(Locale.ROOT) : it.name())
        .orElse("file");
  }

  private void settle(MediaTable.Claim claim, Try outcome) {
    switch (outcome) {
      case Try.Stored(var file) -> {
        if (!end(claim, "DONE", Optional.of(file), Optional.empty())) {
          files.remove(List.of(file.id()));
        }
      }
      case Try.Never(var why) -> {
        if (end(claim, "DEAD", Optional.empty(), Optional.of(why))) {
          note(claim, why);
        }
      }
      case Try.Later(var why) -> later(claim, why);
    }
  }

  private void later(MediaTable.Claim claim, String why) {
    if (claim.attempts() > PAUSES.size()) {
      settle(claim, new Try.Never("The file could not be fetched."));
    } else {
      var pause = PAUSES.get(Math.max(0, claim.attempts() - 1));
      media.later(claim.id(), clock.instant().plus(pause), why);
    }
  }

  private boolean end(
      MediaTable.Claim claim, String state, Optional<StoredFile> file, Optional<String> failure) {
    return Boolean.TRUE.equals(
        transaction.execute(status -> {
          var ended = media.end(claim.id(), state, failure);
          if (ended) {
            content(claim)
                .ifPresent(it -> conversations.replace(claim.message(), with(it, file, failure)));
          }
          return ended;
        }));
  }

  private static void note(MediaTable.Claim claim, String why) {
    log.atWarn()
        .addKeyValue("channel", claim.channel())
        .addKeyValue("message", claim.message().value())
        .addKeyValue("why", why)
        .log("a customer's file is lost");
  }

  private Optional<Content.Media> content(MediaTable.Claim claim) {
    return conversations
        .message(claim.message())
        .map(it -> it.content())
        .filter(Content.Media.class::isInstance)
        .map(Content.Media.class::cast);
  }

  private static Content.Media with(
      Content.Media media, Optional<StoredFile> file, Optional<String> failure) {
    return new Content.Media(
        media.kind(),
        file.map(StoredFile::id),
        media.link(),
        media.caption(),
        media.name(),
        file.map(StoredFile::mime).orElse(media.mime()),
        failure);
  }
}
