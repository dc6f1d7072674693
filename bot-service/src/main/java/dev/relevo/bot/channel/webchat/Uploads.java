package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import dev.relevo.crm.contact.Address;
import dev.relevo.crm.file.FileId;
import dev.relevo.crm.file.FileTooLarge;
import dev.relevo.crm.file.Files;
import dev.relevo.crm.file.StoredFile;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What visitors upload. A file belongs to the contact from their first message on; one that is
/// never sent is removed after a day.
@Component
final class Uploads {

  private static final Duration KEPT = Duration.ofDays(1);
  private static final int SWEPT = 20;

  private final Files files;
  private final UploadTable table;
  private final VisitorThreads threads;
  private final Attachments attachments;
  private final Clock clock;

  Uploads(
      Files files,
      UploadTable table,
      VisitorThreads threads,
      Attachments attachments,
      Clock clock) {
    this.files = files;
    this.table = table;
    this.threads = threads;
    this.attachments = attachments;
    this.clock = clock;
  }

  StoredFile store(Visiting visiting, String name, Sniffed sniffed, InputStream bytes) {
    sweep();
    var workspace = visiting.channel().workspace();
    var contact = threads.address(visiting.channel(), visiting.visitor()).map(Address::contact);
    try {
      var stored =
          files.store(workspace, contact, name, sniffed.mime(), bytes, VisitorFileController.LIMIT);
      if (contact.isEmpty()) {
        table.add(workspace, stored.id(), clock.instant());
      }
      return stored;
    } catch (FileTooLarge tooLarge) {
      throw new Refused(Problem.FILE_TOO_LARGE, VisitorFileController.LIMIT / 1_048_576);
    }
  }

  /// A message that is stored now named a file: it is the contact's.
  void sent(Visiting visiting, Said said) {
    Optional.ofNullable(said.attachment())
        .flatMap(it -> attachments.uploaded(visiting.visitor(), it))
        .ifPresent(it -> give(visiting, it));
  }

  private void give(Visiting visiting, FileId file) {
    threads
        .address(visiting.channel(), visiting.visitor())
        .ifPresent(it -> files.give(file, it.contact()));
    table.forget(file);
  }

  private void sweep() {
    var stale = table.takeOlder(clock.instant().minus(KEPT), SWEPT);
    if (!stale.isEmpty()) {
      files.remove(stale);
    }
  }
}
