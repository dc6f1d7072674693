package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.setting.Secrets;
import dev.relevo.crm.file.FileId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// The names under which files go over the wire. Signed, so that a visitor can only send on what
/// they uploaded themselves, and only see what was shown to them.
final class Attachments {

  /// An address of a file holds between one and two of these.
  static final Duration HOLDS = Duration.ofHours(6);

  private static final String UPLOADED = "webchat-upload";
  private static final String SHOWN = "webchat-file";

  private final Secrets secrets;
  private final Clock clock;

  Attachments(Secrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  String uploaded(Visitor visitor, FileId file) {
    return file.value() + "." + secrets.sign(UPLOADED, upload(visitor, file));
  }

  Optional<FileId> uploaded(Visitor visitor, String name) {
    var parts = name.split("\\.", -1);
    return parts.length != 2
        ? Optional.empty()
        : file(parts[0]).filter(it -> secrets.verifies(UPLOADED, upload(visitor, it), parts[1]));
  }

  /// The same for hours on end, so that browsers keep what they fetched.
  String shown(WebChatChannel channel, FileId file) {
    var period = HOLDS.toSeconds();
    var until = (clock.instant().getEpochSecond() / period + 2) * period;
    return "%d.%d.%s"
        .formatted(file.value(), until, secrets.sign(SHOWN, show(channel, file, until)));
  }

  Optional<FileId> shown(WebChatChannel channel, String name) {
    var parts = name.split("\\.", -1);
    if (parts.length != 3 || !parts[1].matches("[1-9]\\d{0,11}")) {
      return Optional.empty();
    }
    var until = Long.parseLong(parts[1]);
    return file(parts[0])
        .filter(it -> secrets.verifies(SHOWN, show(channel, it, until), parts[2]))
        .filter(_ -> clock.instant().getEpochSecond() < until);
  }

  private static Optional<FileId> file(String number) {
    return number.matches("[1-9]\\d{0,17}")
        ? Optional.of(new FileId(Long.parseLong(number)))
        : Optional.empty();
  }

  private static String upload(Visitor visitor, FileId file) {
    return visitor.channel().value() + "." + visitor.id() + "." + file.value();
  }

  private static String show(WebChatChannel channel, FileId file, long until) {
    return channel.id().value() + "." + file.value() + "." + until;
  }
}
