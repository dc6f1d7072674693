package dev.relevo.knowledge.document;

import dev.relevo.knowledge.fetch.Fetcher;
import dev.relevo.knowledge.fetch.Validators;
import dev.relevo.knowledge.sentence.Sentence;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// Reads the document that is due: claims it, reads it without a transaction, keeps what it read.
/// Who dies meanwhile loses the claim after two minutes, and the next one begins again; what ends
/// its readers three times is given up.
final class Reading {

  /// Longer than any one page may take to be fetched and parsed.
  static final Duration CLAIM = Duration.ofMinutes(2);

  static final int MOST_TRIES = 3;

  private final DocumentTable documents;
  private final PartTable parts;
  private final Keeping keeping;
  private final Fetcher fetcher;
  private final Parsing parsing;
  private final Clock clock;

  Reading(DataSource dataSource, Keeping keeping, Fetcher fetcher, Parsing parsing, Clock clock) {
    documents = new DocumentTable(dataSource);
    parts = new PartTable(dataSource);
    this.keeping = keeping;
    this.fetcher = fetcher;
    this.parsing = parsing;
    this.clock = clock;
  }

  /// False if nothing was due.
  boolean readNext() {
    var now = clock.instant();
    var claimed = documents.claim(now, now.plus(CLAIM));
    claimed.ifPresent(this::read);
    return claimed.isPresent();
  }

  private void read(Claim claim) {
    if (claim.tries() > MOST_TRIES) {
      end(claim, Optional.of(Sentence.of("document.crashed", MOST_TRIES)));
      return;
    }
    Optional<Sentence> why;
    try {
      why =
          switch (claim.kind()) {
            case FILE -> file(claim);
            case SITE -> site(claim);
          };
    } catch (RuntimeException failed) {
      end(claim, Optional.of(Sentence.of("document.failed")));
      throw failed;
    }
    if (!Thread.currentThread().isInterrupted()) {
      end(claim, why);
    }
  }

  private void end(Claim claim, Optional<Sentence> why) {
    documents.end(claim, why, clock.instant());
  }

  private Optional<Sentence> file(Claim claim) {
    var bytes = parts.content(claim.workspace(), claim.document()).orElse(new byte[0]);
    return switch (parsing.parse(new Parsing.Raw(bytes, claim.origin(), "", ""))) {
      case Parsing.Parsed.Unreadable(var why) -> Optional.of(why);
      case Parsing.Parsed.Read(var outline) -> {
        var title = title(outline, claim.origin());
        var part =
            new PartTable.Part(
                "", title, Keeping.sha256(bytes), bytes.length, Validators.NONE, List.of());
        var kept = keeping.keep(claim, part, Splitting.pieces(outline));
        documents.retitle(claim, title);
        progress(claim, new Document.Progress(1, 1));
        yield kept == Keeping.Kept.DONE || kept == Keeping.Kept.CLAIM_VOID
            ? Optional.empty()
            : Optional.of(keeping.full(kept));
      }
    };
  }

  private Optional<Sentence> site(Claim claim) {
    var before = parts.all(claim.workspace(), claim.document());
    var why =
        new SiteReading(claim, fetcher, parsing, keeping)
            .read(before, progress -> progress(claim, progress));
    parts.all(claim.workspace(), claim.document()).stream()
        .filter(it -> it.address().equals(claim.origin()))
        .findFirst()
        .ifPresent(it -> documents.retitle(claim, it.title()));
    return why;
  }

  private boolean progress(Claim claim, Document.Progress progress) {
    return documents.progress(claim, progress, clock.instant().plus(CLAIM));
  }

  /// The document's own title, else its file's name.
  static String title(Outline outline, String file) {
    var title = outline.title();
    if (title.isEmpty()) {
      title = Outline.titled(file);
    }
    return title.codePointCount(0, title.length()) <= 300
        ? title
        : title.substring(0, title.offsetByCodePoints(0, 250));
  }
}
