package dev.relevo.knowledge.document;

import dev.relevo.knowledge.fetch.Fetcher;
import dev.relevo.knowledge.fetch.WebAddress;
import dev.relevo.knowledge.sentence.Sentence;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Every workspace's documents: adding and removing them, reading them in the background, and
/// finding the passages a question leads to.
public final class Documents {

  /// The most pages of one site.
  public static final int MOST_PAGES = 200;

  private static final int MOST_INDEXES = 32;
  private static final int LONGEST_QUESTION = 1_000;

  private final DocumentTable documents;
  private final PartTable parts;
  private final PassageTable passages;
  private final Reading reading;
  private final TransactionTemplate transaction;
  private final DocumentLimits limits;
  private final Clock clock;

  /// By workspace, least recently used first; what is not kept is built again when it is needed.
  private final Map<Long, PassageIndex> indexes = new LinkedHashMap<>(16, 0.75f, true);

  /// @param dataSource a database with the tables of `V008__document.sql`
  /// @param transactions of the same data source
  public Documents(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      Fetcher fetcher,
      DocumentLimits limits,
      Clock clock) {
    documents = new DocumentTable(dataSource);
    parts = new PartTable(dataSource);
    passages = new PassageTable(dataSource);
    var keeping = new Keeping(dataSource, transactions, limits);
    reading = new Reading(dataSource, keeping, fetcher, new Parsing(limits), clock);
    transaction = new TransactionTemplate(transactions);
    this.limits = limits;
    this.clock = clock;
  }

  /// The most bytes of a file.
  public int largestFile() {
    return limits.fileBytes();
  }

  /// Keeps a file, to be read soon.
  ///
  /// @param name the file's name, as its owner knows it
  /// @param by who adds it, not blank
  public Addition addFile(long workspace, String name, byte[] bytes, String by) {
    var shortName = name.strip();
    if (shortName.isEmpty() || shortName.length() > 200) {
      return new Addition.Refused(Sentence.of("document.name"));
    }
    if (bytes.length == 0) {
      return new Addition.Refused(Sentence.of("document.empty"));
    }
    if (bytes.length > limits.fileBytes()) {
      var most = DocumentLimits.megabytes(limits.fileBytes());
      return new Addition.Refused(Sentence.of("document.large", most));
    }
    if (FileType.of(bytes, shortName, "").isEmpty()) {
      return new Addition.Refused(Sentence.of("document.type"));
    }
    var title = Outline.titled(shortName);
    var fresh =
        new DocumentTable.Fresh(
            workspace,
            Document.Kind.FILE,
            shortName,
            title,
            Schedule.NEVER,
            1,
            by,
            clock.instant());
    return add(fresh, bytes);
  }

  /// Keeps a site's address, to be read soon and then by the schedule.
  ///
  /// @param address as somebody entered it
  /// @param pages how many of the site's pages are read at most, 1 to [#MOST_PAGES]
  public Addition addSite(long workspace, String address, Schedule schedule, int pages, String by) {
    return switch (WebAddress.of(address)) {
      case WebAddress.Wrong(var why) -> new Addition.Refused(why);
      case WebAddress.Sound(var uri) ->
          add(
              new DocumentTable.Fresh(
                  workspace,
                  Document.Kind.SITE,
                  uri.toString(),
                  uri.getHost() + uri.getPath(),
                  schedule,
                  Math.clamp(pages, 1, MOST_PAGES),
                  by,
                  clock.instant()),
              new byte[0]);
    };
  }

  private Addition add(DocumentTable.Fresh fresh, byte[] content) {
    return transaction.execute(_ -> {
      documents.lock(fresh.workspace());
      var refusal = refusal(fresh, content);
      if (refusal.isPresent()) {
        return new Addition.Refused(refusal.get());
      }
      var id = documents.insert(fresh);
      if (fresh.kind() == Document.Kind.FILE) {
        parts.insertFile(fresh.workspace(), id, fresh.title(), content);
      }
      return new Addition.Added(id);
    });
  }

  private Optional<Sentence> refusal(DocumentTable.Fresh fresh, byte[] content) {
    var totals = documents.totals(fresh.workspace());
    if (fresh.kind() == Document.Kind.SITE
        && documents.holdsSite(fresh.workspace(), fresh.origin())) {
      return Optional.of(Sentence.of("document.site.twice"));
    }
    if (totals.documents() >= limits.documents()) {
      return Optional.of(Sentence.of("document.too-many", limits.documents()));
    }
    if (totals.bytes() + content.length > limits.bytes()) {
      var most = DocumentLimits.megabytes(limits.bytes());
      return Optional.of(Sentence.of("document.bytes", most));
    }
    return Optional.empty();
  }

  /// What may be kept at most.
  public DocumentLimits limits() {
    return limits;
  }

  /// All documents, the newest first.
  public List<Document> all(long workspace) {
    return documents.all(workspace);
  }

  public Optional<Document> find(long workspace, long id) {
    return documents.find(workspace, id);
  }

  /// Some of a document's passages, in its order.
  public List<Passage> passagesOf(long workspace, long id, int from, int most) {
    return passages.of(workspace, id, from, most);
  }

  /// An uploaded file as it came; empty for a site.
  public Optional<byte[]> file(long workspace, long id) {
    return parts.content(workspace, id);
  }

  /// Has it read again as soon as possible.
  public void readAgain(long workspace, long id) {
    documents.readAgain(workspace, id, clock.instant());
  }

  /// Has a site read by another schedule, counted from now.
  public void reschedule(long workspace, long id, Schedule schedule) {
    documents.schedule(workspace, id, schedule, schedule.after(clock.instant()).orElse(null));
  }

  /// Removes it wholly: the source, its bytes, its passages.
  ///
  /// @return false if there was none
  public boolean remove(long workspace, long id) {
    return documents.remove(workspace, id);
  }

  /// Reads the document that is due, of any workspace; takes as long as that takes.
  ///
  /// @return false if nothing was due
  public boolean readNext() {
    return reading.readNext();
  }

  /// The passages a question leads to, best first; they ground what a model says and are cited with
  /// it. A document that changed or was removed meanwhile is seen as it is now.
  ///
  /// @param language of the question: Spanish, English or Portuguese
  /// @param most at most 50
  public List<Passage.Found> passages(long workspace, String question, Locale language, int most) {
    if (question.isBlank()) {
      return List.of();
    }
    var index = index(workspace);
    index.follow(
        documents.revisions(workspace),
        document -> passages.of(workspace, document, 0, limits.passages()));
    var asked = question.substring(0, Math.min(question.length(), LONGEST_QUESTION));
    var hits = index.search(asked, language, Math.clamp(most, 1, 50));
    var found =
        passages.byId(workspace, hits.stream().map(PassageIndex.Hit::passage).toList()).stream()
            .collect(Collectors.toMap(Passage::id, it -> it));
    return hits.stream()
        .flatMap(it ->
            Stream.ofNullable(found.get(it.passage()))
                .map(passage -> new Passage.Found(passage, it.score())))
        .sorted(Comparator.comparingDouble(Passage.Found::score).reversed())
        .toList();
  }

  private PassageIndex index(long workspace) {
    synchronized (indexes) {
      var index = indexes.computeIfAbsent(workspace, _ -> new PassageIndex());
      if (indexes.size() > MOST_INDEXES) {
        indexes.remove(indexes.keySet().iterator().next());
      }
      return index;
    }
  }
}
