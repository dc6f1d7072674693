package dev.relevo.knowledge.document;

import dev.relevo.knowledge.sentence.Sentence;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.tika.exception.EncryptedDocumentException;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Reads a file's bytes into an outline, or says in one sentence why it cannot. What a hostile file
/// can cost is bounded: bytes, text, time; nothing it names is opened.
final class Parsing {

  /// What is held in memory as a tree must be smaller than what streams by.
  private static final int MOST_TREE_BYTES = 4 * 1024 * 1024;

  private final DocumentLimits limits;

  Parsing(DocumentLimits limits) {
    this.limits = limits;
  }

  /// A file as it came.
  ///
  /// @param name the file's name, or the page's address
  /// @param mediaType as a server named it; may be empty
  /// @param charset as a server named it; may be empty
  @SuppressWarnings("ArrayRecordComponent") // Handed on as it came, never compared.
  record Raw(byte[] bytes, String name, String mediaType, String charset) {}

  /// What became of it.
  sealed interface Parsed {
    record Read(Outline outline) implements Parsed {}

    record Unreadable(Sentence why) implements Parsed {}
  }

  Parsed parse(Raw raw) {
    if (raw.bytes().length > limits.fileBytes()) {
      return unreadable("document.large", DocumentLimits.megabytes(limits.fileBytes()));
    }
    var type = FileType.of(raw.bytes(), raw.name(), raw.mediaType());
    if (type.isEmpty()) {
      return unreadable("document.type");
    }
    var isTree = type.get() != FileType.PDF && type.get() != FileType.DOCX;
    if (isTree && raw.bytes().length > MOST_TREE_BYTES) {
      return unreadable("document.large", DocumentLimits.megabytes(MOST_TREE_BYTES));
    }
    return inTime(new Attempt(raw, type.get(), new TikaReading(limits.characters())));
  }

  private record Attempt(Raw raw, FileType type, TikaReading tika) {

    Outline outline(int mostCharacters) throws Exception {
      return switch (type) {
        case PDF, DOCX -> tika.read(raw.bytes(), type);
        case HTML ->
            HtmlOutline.read(raw.bytes(), raw.charset(), webAddress(raw.name()), mostCharacters);
        case MARKDOWN -> markdown(text(raw.bytes(), raw.charset()), mostCharacters);
        case TEXT -> plain(text(raw.bytes(), raw.charset()), mostCharacters);
      };
    }
  }

  /// On a thread of its own, which is told to stop when its time is over, and left behind if it
  /// does not listen.
  private Parsed inTime(Attempt attempt) {
    var task = new FutureTask<>(() -> attempt.outline(limits.characters()));
    Thread.ofPlatform().daemon().name("parsing").start(task);
    try {
      var outline = task.get(limits.parsing().toMillis(), TimeUnit.MILLISECONDS);
      return outline.paragraphs().isEmpty()
          ? unreadable("document.no-text")
          : new Parsed.Read(outline);
    } catch (TimeoutException late) {
      attempt.tika().stop();
      task.cancel(true);
      return unreadable("document.slow", limits.parsing().toSeconds());
    } catch (ExecutionException failed) {
      return because(failed);
    } catch (InterruptedException e) {
      attempt.tika().stop();
      task.cancel(true);
      Thread.currentThread().interrupt();
      return unreadable("document.interrupted");
    }
  }

  private Parsed because(ExecutionException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case Outline.TooLong _ -> {
          return unreadable("document.long", limits.characters());
        }
        case EncryptedDocumentException _ -> {
          return unreadable("document.encrypted");
        }
        case OutOfMemoryError _ -> {
          return unreadable("document.heavy");
        }
        default -> {}
      }
    }
    return unreadable("document.damaged");
  }

  private static Parsed unreadable(String key, Object... arguments) {
    return new Parsed.Unreadable(Sentence.of(key, arguments));
  }

  private static String webAddress(String name) {
    return name.contains("://") ? name : "";
  }

  private static Outline markdown(String text, int mostCharacters) {
    var html = HtmlRenderer.builder().build().render(Parser.builder().build().parse(text));
    var outline = HtmlOutline.read(html, mostCharacters);
    return new Outline(outline.title(), outline.paragraphs(), List.of());
  }

  private static Outline plain(String text, int mostCharacters) {
    var pen = new Outline.Pen(mostCharacters);
    for (var paragraph : text.split("\\R\\s*\\R", -1)) {
      pen.text(paragraph);
    }
    return pen.outline(List.of());
  }

  /// By the mark at its start, by its server's word, as UTF-8 where it is sound, else as Windows
  /// writes it.
  static String text(byte[] bytes, String charset) {
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, named(charset));
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == mark[0] && (bytes[1] & 0xFF) == mark[1];
  }

  private static Charset named(String charset) {
    try {
      return Charset.forName(charset.isEmpty() ? "windows-1252" : charset);
    } catch (IllegalArgumentException unknown) {
      return Charset.forName("windows-1252");
    }
  }
}
