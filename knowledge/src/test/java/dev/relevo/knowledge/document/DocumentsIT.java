package dev.relevo.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.knowledge.KnowledgeDatabase;
import dev.relevo.knowledge.fetch.FetchLimits;
import dev.relevo.knowledge.fetch.Fetcher;
import dev.relevo.knowledge.fetch.TestSite;
import dev.relevo.knowledge.sentence.Sentence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class DocumentsIT {

  private static final Locale SPANISH = Locale.of("es");
  private static final DataSource DATABASE = KnowledgeDatabase.dataSource();

  private final TestSite site = new TestSite();
  private final Hands clock = new Hands();
  private final Fetcher fetcher =
      new Fetcher(new FetchLimits(1024 * 1024, Duration.ofSeconds(20)), TestSite.reach());
  private final Documents documents = documents(DocumentLimits.DEFAULT);
  private final long workspace = KnowledgeDatabase.newWorkspace();

  @BeforeEach
  void empty() {
    // Readers take what is due of any workspace.
    KnowledgeDatabase.run("DELETE FROM knowledge.document");
  }

  @AfterEach
  void close() throws IOException {
    fetcher.close();
    site.close();
  }

  @Test
  void aFileIsReadIntoPassagesThatAQuestionFinds() {
    var id =
        added(
            documents.addFile(
                workspace,
                "envios.md",
                bytes(
                    "# Envíos\n\n## Costos\n\nEl envío a Quito cuesta $3.\n\n## Plazos\n\nLlega en dos días."),
                "ana"));
    assertThat(document(id).state()).isEqualTo(Document.State.WAITING);

    readAll();

    assertThat(document(id).state()).isEqualTo(Document.State.READY);
    assertThat(document(id).passages()).isEqualTo(2);
    var found = documents.passages(workspace, "¿cuánto cuestan los envíos a quito?", SPANISH, 3);
    var best = found.getFirst().passage();
    assertThat(best.words()).isEqualTo("El envío a Quito cuesta $3.");
    assertThat(best.path()).isEqualTo("Envíos › Costos");
    assertThat(best.citation()).isEqualTo("envios.md");
    assertThat(best.language()).isEqualTo(SPANISH);
  }

  @Test
  void anotherWorkspaceSeesNothingOfIt() {
    var id = added(documents.addFile(workspace, "a.txt", bytes("Precio del envío: $3."), "ana"));
    readAll();
    var other = KnowledgeDatabase.newWorkspace();

    assertThat(documents.passages(other, "precio del envío", SPANISH, 3)).isEmpty();
    assertThat(documents.all(other)).isEmpty();
    assertThat(documents.find(other, id)).isEmpty();
    assertThat(documents.passagesOf(other, id, 0, 10)).isEmpty();
    assertThat(documents.remove(other, id)).isFalse();
    assertThat(documents.find(workspace, id)).isPresent();
  }

  @Test
  void whatIsRemovedIsGoneWhollyAndAtOnce() {
    var id = added(documents.addFile(workspace, "a.txt", bytes("Precio del envío: $3."), "ana"));
    readAll();
    assertThat(documents.passages(workspace, "envío", SPANISH, 3)).hasSize(1);

    assertThat(documents.remove(workspace, id)).isTrue();

    assertThat(documents.passages(workspace, "envío", SPANISH, 3)).isEmpty();
    for (var table : List.of("document", "document_part", "passage")) {
      assertThat(KnowledgeDatabase.number("SELECT count(*) FROM knowledge." + table))
          .as(table)
          .isZero();
    }
  }

  @Test
  void aSiteIsReadAsFarAsItMayAndItsRobotsAreObeyed() {
    site.with("/robots.txt", TestSite.bytes("text/plain", bytes("User-agent: *\nDisallow: /caja")))
        .html("/", page("Inicio", "Bienvenida", "/a", "/b", "/caja", "http://otro.example/x"))
        .html("/a", page("A", "Texto de A", "/c", "/"))
        .html("/b", page("B", "Texto de B"))
        .html("/c", page("C", "Texto de C"))
        .html("/caja", page("Caja", "Secreto"));

    var id = addSite(3);
    readAll();

    assertThat(document(id).state()).isEqualTo(Document.State.READY);
    assertThat(document(id).title()).isEqualTo("Inicio");
    assertThat(site.asked()).containsExactly("/robots.txt", "/", "/a", "/b");
    assertThat(texts(id)).containsExactly("Bienvenida", "Texto de A", "Texto de B");
    assertThat(document(id).progress()).isEqualTo(new Document.Progress(3, 3));
  }

  @Test
  void readAgainOnScheduleItReplacesOnlyWhatChanged() {
    site.html("/", page("Inicio", "Bienvenida", "/a", "/b"))
        .html("/a", page("A", "Viejo"))
        .html("/b", page("B", "Igual"));
    var id = addSite(10);
    readAll();
    var before = documents.passagesOf(workspace, id, 0, 10);

    site.html("/a", page("A", "Nuevo")).without("/b");
    readAll();
    assertThat(texts(id)).contains("Viejo");

    clock.forward(Duration.ofDays(1));
    readAll();

    var after = documents.passagesOf(workspace, id, 0, 10);
    assertThat(texts(id)).containsExactlyInAnyOrder("Bienvenida", "Nuevo");
    assertThat(after.getFirst().id()).isEqualTo(before.getFirst().id());
    assertThat(documents.passages(workspace, "viejo igual", SPANISH, 5)).isEmpty();
    assertThat(document(id).dueAt()).contains(clock.instant().plus(Duration.ofDays(1)));
  }

  @Test
  void whenItCannotBeReadAgainItSaysWhyAndKeepsWhatItHad() {
    site.html("/", page("Inicio", "Bienvenida"));
    var id = addSite(1);
    readAll();

    site.with("/", exchange -> exchange.sendResponseHeaders(503, -1));
    documents.readAgain(workspace, id);
    readAll();

    assertThat(document(id).state()).isEqualTo(Document.State.FAILED);
    assertThat(document(id).reason()).contains(Sentence.of("fetch.status", "127.0.0.1", "503"));
    assertThat(texts(id)).containsExactly("Bienvenida");
  }

  @Test
  void aReaderThatDiesLosesItsClaimAndALateOneChangesNothing() {
    var id = added(documents.addFile(workspace, "a.txt", bytes("Hola."), "ana"));
    var table = new DocumentTable(DATABASE);
    var now = clock.instant();
    var dead = table.claim(now, now.plus(Reading.CLAIM)).orElseThrow();
    assertThat(document(id).state()).isEqualTo(Document.State.READING);
    assertThat(documents.readNext()).isFalse();

    clock.forward(Reading.CLAIM);
    assertThat(documents.readNext()).isTrue();
    assertThat(document(id).state()).isEqualTo(Document.State.READY);

    var keeping =
        new Keeping(DATABASE, new DataSourceTransactionManager(DATABASE), DocumentLimits.DEFAULT);
    var part =
        new PartTable.Part(
            "", "", new byte[0], 0, dev.relevo.knowledge.fetch.Validators.NONE, List.of());
    assertThat(keeping.keep(dead, part, List.of())).isEqualTo(Keeping.Kept.CLAIM_VOID);
    table.end(dead, java.util.Optional.of(Sentence.of("document.failed")), clock.instant());
    assertThat(document(id).state()).isEqualTo(Document.State.READY);
    assertThat(texts(id)).containsExactly("Hola.");
  }

  @Test
  void whatEndsItsReadersThreeTimesIsGivenUp() {
    var id = added(documents.addFile(workspace, "a.txt", bytes("Hola."), "ana"));
    var table = new DocumentTable(DATABASE);
    for (int death = 0; death < Reading.MOST_TRIES; death++) {
      assertThat(table.claim(clock.instant(), clock.instant().plus(Reading.CLAIM))).isPresent();
      clock.forward(Reading.CLAIM);
    }

    assertThat(documents.readNext()).isTrue();

    assertThat(document(id).state()).isEqualTo(Document.State.FAILED);
    assertThat(document(id).reason().orElseThrow().key()).isEqualTo("document.crashed");
    assertThat(documents.readNext()).isFalse();
  }

  @Test
  void limitsAreNamedInOneSentence() {
    var tight = documents(new DocumentLimits(2, 1_000, 3, 600, 10_000, Duration.ofMinutes(1)));
    assertThat(tight.addFile(workspace, "a.txt", new byte[0], "ana"))
        .isEqualTo(new Addition.Refused(Sentence.of("document.empty")));
    assertThat(tight.addFile(workspace, "a.txt", bytes("x".repeat(601)), "ana"))
        .isEqualTo(new Addition.Refused(Sentence.of("document.large", 1)));
    assertThat(tight.addFile(workspace, "a.exe", new byte[] {'M', 'Z', 0}, "ana"))
        .isEqualTo(new Addition.Refused(Sentence.of("document.type")));
    added(tight.addFile(workspace, "a.txt", bytes("x ".repeat(300)), "ana"));
    assertThat(tight.addFile(workspace, "b.txt", bytes("x ".repeat(300)), "ana"))
        .isEqualTo(new Addition.Refused(Sentence.of("document.bytes", 1)));
    added(tight.addFile(workspace, "c.txt", bytes("hola"), "ana"));
    assertThat(tight.addFile(workspace, "d.txt", bytes("hola"), "ana"))
        .isEqualTo(new Addition.Refused(Sentence.of("document.too-many", 2)));
    assertThat(tight.addSite(workspace, "file:///etc/passwd", Schedule.DAILY, 1, "ana"))
        .isInstanceOf(Addition.Refused.class);
  }

  @Test
  void tooManyPassagesAreRefusedAndNothingOfThemIsKept() {
    var tight = documents(new DocumentLimits(9, 100_000, 2, 60_000, 50_000, Duration.ofMinutes(1)));
    var id =
        added(tight.addFile(workspace, "a.md", bytes("# a\n\nx\n\n# b\n\nx\n\n# c\n\nx"), "ana"));

    assertThat(tight.readNext()).isTrue();

    assertThat(document(id).reason()).contains(Sentence.of("document.passages", 2));
    assertThat(texts(id)).isEmpty();
  }

  @Test
  void theSameSiteIsAddedOnce() {
    addSite(1);
    assertThat(documents.addSite(workspace, site.at("/").toString(), Schedule.NEVER, 1, "ana"))
        .isEqualTo(new Addition.Refused(Sentence.of("document.site.twice")));
  }

  /// Single thread, after warm-up, on an open connection; what is printed holds the two queries to
  /// the database (5 ms is what was promised).
  @Test
  void aQuestionFindsItsWordsAmongTenThousandPassages() {
    var random = new Random(7);
    var text = new StringBuilder();
    for (int section = 0; section < 10_000; section++) {
      text.append("## Tema ").append(section).append("\n\n");
      for (int word = 0; word < 12; word++) {
        text.append("palabra").append((int) Math.abs(random.nextGaussian() * 2_000)).append(' ');
      }
      text.append("\n\n");
    }
    added(documents.addFile(workspace, "grande.md", bytes(text.toString()), "ana"));
    readAll();
    var open = KnowledgeDatabase.oneConnection();
    var documents =
        new Documents(
            open, new DataSourceTransactionManager(open), fetcher, DocumentLimits.DEFAULT, clock);
    var nanos = new long[300];
    for (int round = 0; round < 600; round++) {
      var question = "palabra%d y palabra%d del tema %d".formatted(round, round * 3, round * 7);
      var start = System.nanoTime();
      var found = documents.passages(workspace, question, SPANISH, 5);
      nanos[round % 300] = System.nanoTime() - start;
      assertThat(found).isNotEmpty();
    }
    Arrays.sort(nanos);
    System.out.printf(
        "10,000 passages: a question takes %d µs at p50, %d µs at p99%n",
        nanos[150] / 1_000, nanos[297] / 1_000);
  }

  private long addSite(int pages) {
    return added(
        documents.addSite(workspace, site.at("/").toString(), Schedule.DAILY, pages, "ana"));
  }

  private void readAll() {
    while (documents.readNext()) {
      // Until nothing is due.
    }
  }

  private Document document(long id) {
    return documents.find(workspace, id).orElseThrow();
  }

  private List<String> texts(long id) {
    return documents.passagesOf(workspace, id, 0, 100).stream().map(Passage::words).toList();
  }

  private Documents documents(DocumentLimits limits) {
    return new Documents(
        DATABASE, new DataSourceTransactionManager(DATABASE), fetcher, limits, clock);
  }

  private static long added(Addition addition) {
    return switch (addition) {
      case Addition.Added(var id) -> id;
      case Addition.Refused(var why) -> throw new AssertionError(why);
    };
  }

  private static String page(String title, String text, String... links) {
    var html = new StringBuilder("<title>" + title + "</title><nav>");
    for (var link : links) {
      html.append("<a href='").append(link).append("'>ir</a>");
    }
    return html + "</nav><main><p>" + text + "</p></main>";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// A clock whose hands the test moves.
  private static final class Hands extends Clock {

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");

    void forward(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.fixed(now, zone);
    }
  }
}
