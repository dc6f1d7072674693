package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.channel.Arrival;
import dev.relevo.bot.channel.Intake;
import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import dev.relevo.crm.contact.Sender;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.file.Files;
import dev.relevo.crm.file.StoredFile;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Takes what a visitor says to Intake; returns when it is stored for good.
@Component
final class Speech {

  /// Characters of a message.
  static final int LONGEST = 4096;

  private static final int LONGEST_OPTION = 200;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Intake intake;
  private final Files files;
  private final Attachments attachments;
  private final Clock clock;

  Speech(Intake intake, Files files, Attachments attachments, Clock clock) {
    this.intake = intake;
    this.files = files;
    this.attachments = attachments;
    this.clock = clock;
  }

  /// False when the same message had been stored before.
  boolean hear(Visiting visiting, Said said) {
    var clientId = said.clientId();
    if (clientId == null || !Said.isClientId(clientId)) {
      throw new Refused(Problem.NOT_READABLE);
    }
    var message =
        new Arrival.Message(
            visiting.visitor().externalId(clientId),
            new Sender(
                List.of(visiting.visitor().alias()),
                Optional.empty(),
                Optional.of(visiting.language())),
            content(said, it -> file(visiting, it)),
            Optional.of(clock.instant()),
            Optional.empty(),
            Map.of(),
            raw(said));
    return intake.accept(visiting.channel(), List.of(message)).messages() > 0;
  }

  /// What was said, as it is stored.
  ///
  /// @param files the visitor's upload of that name
  static Content content(Said said, Function<String, Optional<StoredFile>> files) {
    var text = Optional.ofNullable(said.text()).map(Speech::clean).orElse("");
    if (text.length() > LONGEST) {
      throw new Refused(Problem.TEXT_TOO_LONG);
    }
    var option = said.option();
    var attachment = said.attachment();
    if (attachment != null) {
      return files
          .apply(attachment)
          .map(it -> media(it, text))
          .orElseThrow(() -> new Refused(Problem.ATTACHMENT_UNKNOWN));
    }
    if (option != null) {
      return picked(option);
    }
    if (text.isBlank()) {
      throw new Refused(Problem.NOTHING_SAID);
    }
    return new Content.Text(text);
  }

  private Optional<StoredFile> file(Visiting visiting, String attachment) {
    return attachments
        .uploaded(visiting.visitor(), attachment)
        .flatMap(it -> files.find(visiting.channel().workspace(), it));
  }

  private static Content media(StoredFile file, String caption) {
    return new Content.Media(
        Content.MediaKind.of(file.mime()),
        Optional.of(file.id()),
        Optional.empty(),
        caption,
        file.name(),
        file.mime(),
        Optional.empty());
  }

  private static Content picked(Said.Picked option) {
    var id = Optional.ofNullable(option.id()).map(Speech::clean).orElse("");
    var label = Optional.ofNullable(option.label()).map(Speech::clean).orElse("");
    if (id.isBlank()
        || label.isBlank()
        || id.length() > LONGEST_OPTION
        || label.length() > LONGEST_OPTION) {
      throw new Refused(Problem.OPTION_UNKNOWN);
    }
    return new Content.Picked(id, label);
  }

  /// Without what cannot be stored or shown: PostgreSQL refuses a zero character, and lone
  /// surrogates are no text.
  private static String clean(String text) {
    var kept = new StringBuilder(text.length());
    text.strip()
        .codePoints()
        .filter(it -> it >= ' ' || it == '\n' || it == '\t')
        .filter(it -> it < Character.MIN_SURROGATE || it > Character.MAX_SURROGATE)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /// The ledger keeps what the message itself does not say.
  static String raw(Said said) {
    var raw = new LinkedHashMap<String, Object>();
    Optional.ofNullable(said.clientId()).ifPresent(it -> raw.put("clientId", it));
    Optional.ofNullable(said.page())
        .map(Said.Page::locale)
        .filter(it -> it.matches("[A-Za-z0-9-]{2,35}"))
        .ifPresent(it -> raw.put("locale", it));
    return JSON.writeValueAsString(raw);
  }
}
