package dev.relevo.bot.console.inbox;

import dev.relevo.bot.channel.Channels;
import dev.relevo.crm.contact.Address;
import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.file.FileTooLarge;
import dev.relevo.crm.file.Files;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

/// Files that members send along: kept as the contact's, and sent as what the channel takes them
/// as.
@Component
class Enclosures {

  /// Bytes of a file; `spring.servlet.multipart.max-file-size` is not less.
  static final long LARGEST = 10 * 1024 * 1024L;

  private static final int LONGEST_NAME = 120;

  private final Files files;
  private final Channels channels;
  private final Floor floor;

  Enclosures(Files files, Channels channels, Floor floor) {
    this.files = files;
    this.channels = channels;
    this.floor = floor;
  }

  /// Keeps the file and makes it something to say. Throws [CannotBeEnclosed], or says that it is
  /// too large, and the caller's transaction is then to be undone.
  Content.Media enclose(
      Contact contact, Optional<AddressId> via, MultipartFile file, String caption) {
    if (file.getSize() > LARGEST) {
      throw new MaxUploadSizeExceededException(LARGEST);
    }
    var name = name(file);
    try (var bytes = file.getInputStream()) {
      var told = Optional.ofNullable(file.getContentType()).orElse("");
      var kept =
          files.store(
              contact.workspace(),
              Optional.of(contact.id()),
              name,
              told.isBlank() ? MediaType.APPLICATION_OCTET_STREAM_VALUE : told,
              bytes,
              LARGEST);
      var kind =
          via.or(() -> floor.read(contact.id()).flatMap(ThreadState::address))
              .flatMap(it -> address(contact, it))
              .flatMap(it -> channels.find(it.channel()))
              .flatMap(it -> it.carries(kept))
              .orElseThrow(() -> new CannotBeEnclosed(name));
      return new Content.Media(
          kind,
          Optional.of(kept.id()),
          Optional.empty(),
          caption,
          kept.name(),
          kept.mime(),
          Optional.empty());
    } catch (FileTooLarge tooLarge) {
      throw new CannotBeEnclosed(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Address> address(Contact contact, AddressId id) {
    return contact.addresses().stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /// The last part of a path, without what could turn or break a line; the ending is kept.
  private static String name(MultipartFile file) {
    var given = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    var plain = last.replaceAll("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069]", "").strip();
    var cut = plain.substring(Math.max(0, plain.length() - LONGEST_NAME));
    return cut.isEmpty() ? "archivo" : cut;
  }
}
