package dev.relevo.bot.console.document;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.document.Document;
import dev.relevo.knowledge.document.Passage;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Documents and passages as the pages show them.
@Component
class DocumentLines {

  private final Workspaces workspaces;
  private final Words words;

  DocumentLines(Workspaces workspaces, Words words) {
    this.workspaces = workspaces;
    this.words = words;
  }

  /// A document's line.
  ///
  /// @param link where its source is
  /// @param reason why it failed; empty otherwise
  /// @param read when it was last read; empty before
  /// @param due when it will be read again; empty for never
  /// @param sure what is asked before it is removed
  record Line(
      long number,
      String title,
      String origin,
      String link,
      boolean site,
      String schedule,
      String state,
      String reason,
      int pagesRead,
      int pagesFound,
      int passages,
      String read,
      String due,
      String sure) {}

  Line line(SignedIn me, Document it) {
    var isSite = it.kind() == Document.Kind.SITE;
    return new Line(
        it.id(),
        it.title(),
        it.origin(),
        isSite ? it.origin() : "/console/documents/" + it.id() + "/file",
        isSite,
        it.schedule().name(),
        it.state().name(),
        it.reason().map(why -> why.in(me.language().locale())).orElse(""),
        it.progress().read(),
        it.progress().found(),
        it.passages(),
        it.readAt().map(at -> time(me, at)).orElse(""),
        it.isUnderWay() ? "" : it.dueAt().map(at -> time(me, at)).orElse(""),
        words.say(me, "documents.remove.sure", it.title(), it.passages(), size(me, it.bytes())));
  }

  private String time(SignedIn me, Instant at) {
    return DateTimeFormatter.ofPattern("d MMM, HH:mm", me.language().locale())
        .format(at.atZone(workspaces.find(me.workspace()).zone()));
  }

  private static String size(SignedIn me, long bytes) {
    Locale locale = me.language().locale();
    return bytes < 100_000
        ? String.format(locale, "%d kB", Math.max(1, bytes / 1_000))
        : String.format(locale, "%.1f MB", bytes / 1_000_000.0);
  }

  /// A passage that a question led to.
  ///
  /// @param share how well it fits, of the best one's fit; 0 to 1
  /// @param link where it stands; empty for a file
  record Hit(String path, String words, String where, String link, long document, double share) {}

  List<Hit> hits(SignedIn me, List<Passage.Found> found) {
    var best = found.isEmpty() ? 1 : found.getFirst().score();
    return found.stream().map(it -> hit(me, it.passage(), it.score() / best)).toList();
  }

  private Hit hit(SignedIn me, Passage passage, double share) {
    var link = passage.source().contains("://") ? passage.citation() : "";
    return new Hit(
        passage.path(), passage.words(), where(me, passage), link, passage.document(), share);
  }

  /// The file's name and page, or the page's address.
  String where(SignedIn me, Passage passage) {
    return passage.page() == 0
        ? passage.source()
        : words.say(me, "documents.page", passage.source(), passage.page());
  }
}
