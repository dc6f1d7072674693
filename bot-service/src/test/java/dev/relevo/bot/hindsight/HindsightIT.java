package dev.relevo.bot.hindsight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relevo.bot.assistant.TestAssistants;
import dev.relevo.bot.responder.Decision;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.bot.responder.Responders;
import dev.relevo.crm.TestCrm;
import dev.relevo.crm.TestDatabase;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Entry;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.conversation.Journal;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.conversation.MessageState;
import dev.relevo.crm.conversation.Posting;
import dev.relevo.crm.conversation.Progress;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.knowledge.Knowledge;
import dev.relevo.knowledge.gap.Editing;
import dev.relevo.knowledge.gap.Fact;
import dev.relevo.knowledge.gap.Gap;
import dev.relevo.knowledge.gap.Gaps;
import dev.relevo.knowledge.gap.Kind;
import dev.relevo.knowledge.gap.RowFigures;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/// The journal as the message path writes it, read afterwards.
class HindsightIT {

  private static final TestCrm CRM = new TestCrm();

  private final FakeDraft draft = new FakeDraft();
  private final PlatformTransactionManager transactions =
      new JdbcTransactionManager(TestDatabase.dataSource());
  private final Matrices matrices = new Matrices(TestDatabase.dataSource(), transactions);
  private final Gaps gaps =
      new Gaps(
          TestDatabase.dataSource(),
          transactions,
          matrices,
          new CustomersWords(CRM.conversations()),
          draft);
  private final RowFigures figures = new RowFigures(TestDatabase.dataSource());
  private final Reading reading =
      new Reading(CRM.conversations(), CRM.contacts(), CRM.workspaces());
  private final long workspace = CRM.workspace().value();
  private Entry.Position place = CRM.journal().end();

  @BeforeEach
  void startHere() {
    place = CRM.settledJournal().end();
  }

  @Test
  void groupsWhatWasNotAnsweredAndShowsWhatAPersonSaidThen() {
    var ana = CRM.aContact();
    asks(ana, "¿Hacen envíos a Galápagos?", fallback("ENV-1", 0.3));
    var luis = CRM.aContact();
    asks(luis, "hola, hacen envios a galapagos", fallback("ENV-1", 0.31));
    luis.hears(new Author.Person(CRM.aMember().id()), "Sí, por avión, en cinco días.");
    learn();

    var gap = only("envíos a Galápagos");
    assertThat(gap.count()).isEqualTo(2);
    assertThat(gap.kinds()).containsExactly(Kind.UNANSWERED);
    assertThat(gap.row()).isEqualTo("ENV-1");
    assertThat(gaps.questions(workspace, gap.id()))
        .extracting(Gap.Question::suggestion)
        .containsExactly("Sí, por avión, en cinco días.", "");
  }

  @Test
  void seesAPersonCorrectAnAnswerAndACustomerAskAgain() {
    var ana = CRM.aContact();
    asks(ana, "¿Venden repuestos de lavadora?", reply("LAV-1", 0.95));
    ana.hears(new Author.Person(CRM.aMember().id()), "Repuestos no, solo equipos.");
    var luis = CRM.aContact();
    asks(luis, "¿Arreglan pantallas de tabletas?", reply("TAB-1", 0.95));
    asks(luis, "pero arreglan las pantallas de tabletas rotas", reply("TAB-1", 0.95));
    learn();

    assertThat(only("repuestos de lavadora").kinds()).containsExactly(Kind.CORRECTED);
    assertThat(only("pantallas de tabletas").count()).isEqualTo(1);
  }

  @Test
  void doesNotTakeAPersonsLaterWordsForACorrection() {
    var ana = CRM.aContact();
    asks(ana, "¿Tienen parqueadero privado?", reply("PAR-1", 0.95));
    CRM.clock().goOn(Duration.ofHours(3));
    ana.hears(new Author.Person(CRM.aMember().id()), "Su pedido está listo.");
    learn();

    assertThat(open("parqueadero")).isEmpty();
  }

  @Test
  void countsEachRowsFortunes() {
    var row = "FIG-" + System.nanoTime();
    var ana = CRM.aContact();
    var answer = asks(ana, "¿Cuánto pesa el modelo quince?", reply(row, 0.95));
    ana.says(new Content.Reaction("👍🏽", sent(answer)));
    ana.says(new Content.Reaction("👎", sent(answer)));
    asksForAPerson(ana);
    asks(CRM.aContact(), "peso del modelo quince", fallback(row, 0.4));
    offered(CRM.aContact(), "modelo quince", row);
    learn();

    assertThat(figures.of(workspace, List.of(row, "NADIE"), LocalDate.EPOCH))
        .containsEntry(row, new RowFigures.Row(row, 3, 1, 1, 1, 0, 1))
        .containsEntry("NADIE", new RowFigures.Row("NADIE", 0, 0, 0, 0, 0, 0));
    assertThat(open("modelo quince"))
        .anySatisfy(it -> assertThat(it.kinds()).contains(Kind.UNHELPFUL));
  }

  @Test
  void forgetsAVoteThatWasTakenBack() {
    var ana = CRM.aContact();
    var answer = asks(ana, "¿La cafetera muele granos?", reply("CAF-1", 0.95));
    ana.says(new Content.Reaction("👎", sent(answer)));
    learn();
    assertThat(open("cafetera")).hasSize(1);
    ana.says(new Content.Reaction("", sent(answer)));
    learn();
    assertThat(open("cafetera")).isEmpty();
  }

  @Test
  void keepsNothingTwiceAndLosesNothingWhenItIsKilledInTheMiddle() {
    var before = day();
    for (int n = 0; n < 7; n++) {
      asks(CRM.aContact(), "¿Cuánto dura la pila del reloj " + n + "?", fallback("", 0));
    }
    var entries = CRM.settledJournal().after(place, 500);
    var facts = reading.facts(entries);
    var half = facts.subList(0, facts.size() / 2);
    assertThatThrownBy(() ->
            CRM.transaction()
                .executeWithoutResult(status -> {
                  assertThat(advance(entries)).isTrue();
                  gaps.learn(half);
                  throw new IllegalStateException("killed");
                }))
        .hasMessage("killed");
    assertThat(open("pila del reloj")).isEmpty();

    assertThat(take(entries, facts)).isTrue();
    assertThat(take(entries, facts)).as("another replica with the same entries").isFalse();
    gaps.learn(facts);

    assertThat(open("pila del reloj"))
        .singleElement()
        .satisfies(it -> assertThat(it.count()).isEqualTo(7));
    assertThat(day() - before).isEqualTo(7);
  }

  @Test
  void sharesTheWorkAmongReplicasWithoutDoingAnythingTwice() throws Exception {
    var before = day();
    for (int n = 0; n < 40; n++) {
      asks(CRM.aContact(), "¿Cuántos nudos por hora hace la lancha?", fallback("", 0));
    }
    var one = replica();
    var other = replica();
    try (var threads = Executors.newFixedThreadPool(2)) {
      Callable<Boolean> catchUp =
          () -> {
            for (int round = 0; day() - before < 40 && round < 5_000; round++) {
              (round % 2 == 0 ? one : other).round();
            }
            return true;
          };
      for (var done : threads.invokeAll(List.of(catchUp, catchUp))) {
        assertThat(done.get()).isTrue();
      }
    }
    assertThat(only("nudos por hora").count()).isEqualTo(40);
    assertThat(day() - before).isEqualTo(40);
  }

  private Hindsight replica() {
    var responders =
        new Responders(
            List.of(),
            _ -> Decision.of(new Outcome.Silence("not asked")),
            TestAssistants.of(CRM),
            CRM.workspaces(),
            _ -> "",
            CRM.clock());
    var upkeep =
        new Upkeep(gaps, matrices, CRM.workspaces(), new PublishedMatrix(responders), CRM.clock());
    return new Hindsight(CRM.journal(), reading, gaps, upkeep, transactions);
  }

  @Test
  void leavesNothingOfAnErasedContact() {
    var ana = CRM.aContact();
    asks(ana, "¿Mi nombre secreto es Zoraida?", fallback("", 0));
    learn();
    assertThat(only("Zoraida").count()).isEqualTo(1);
    gaps.erase(ana.id().value());
    CRM.contacts().erase(CRM.workspace(), ana.id());
    assertThat(open("Zoraida")).isEmpty();
    assertThat(gaps.asked(workspace, 1_000)).noneMatch(it -> it.text().contains("Zoraida"));
  }

  @Test
  void makesARowOfAGapAndIsSolvedByTheVersionThatAnswersIt() {
    asks(CRM.aContact(), "¿Alquilan carpas para camping?", fallback("", 0));
    asks(CRM.aContact(), "alquilan carpas de camping", fallback("", 0));
    learn();
    var gap = only("carpas");
    var made = gaps.makeRow(workspace, new Editing.By(1, "Ana"), gap.id());
    assertThat(made).hasValue("NEW-1");
    assertThat(draft.added.getFirst().variants()).hasSize(1);
    assertThat(gaps.find(workspace, gap.id()).flatMap(Gap::mendedRow)).hasValue("NEW-1");

    var answered =
        new Matrix(
            List.of(
                Row.answering(
                    new RowId("CAR-1"),
                    Locale.of("es"),
                    "¿Alquilan carpas para camping?",
                    List.of("alquilan carpas de camping"),
                    "Sí."),
                Row.answering(
                    new RowId("HOR-1"),
                    Locale.of("es"),
                    "¿A qué hora abren?",
                    List.of(),
                    "A las 9.")));
    var version = matrices.publish(workspace, answered, "Ana", "", CRM.clock().instant());
    var retriever = Knowledge.retriever(answered);
    assertThat(gaps.isBehind(workspace, version)).isTrue();
    gaps.check(workspace, version, retriever);
    assertThat(gaps.isBehind(workspace, version)).isFalse();
    assertThat(gaps.find(workspace, gap.id()).orElseThrow())
        .satisfies(it -> {
          assertThat(it.state()).isEqualTo(Gap.State.SOLVED);
          assertThat(it.solvedIn()).hasValue(version);
        });

    asks(CRM.aContact(), "alquilan carpas camping", fallback("", 0));
    learn();
    assertThat(only("carpas").count()).as("it went wrong again").isEqualTo(3);
  }

  // ---- what happens, as the message path writes it

  private Message asks(TestCrm.Person who, String text, Grounds grounds) {
    var heard = who.says(text);
    return answers(who, heard.message().value(), new Content.Text("…"), grounds);
  }

  private void offered(TestCrm.Person who, String text, String row) {
    var heard = who.says(text);
    var option = new Content.Option("row:" + row, "¿?", "", Optional.empty());
    answers(
        who,
        heard.message().value(),
        new Content.Choice("¿Cuál?", List.of(option)),
        new Grounds("offer", "", 3, 0.7, 0.5, List.of(near(row, 0.7)), List.of()));
  }

  private Message answers(TestCrm.Person who, long question, Content content, Grounds grounds) {
    var said = new ArrayList<Message>();
    Journal.answering(
        Map.of(who.id(), new MessageId(question)),
        () ->
            said.addAll(
                CRM.conversations()
                    .say(
                        who.id(),
                        List.of(
                            new Posting(
                                Author.BOT,
                                who.channel(),
                                who.address(),
                                content,
                                Optional.of(grounds),
                                Optional.empty())))));
    return said.getFirst();
  }

  private void asksForAPerson(TestCrm.Person who) {
    var heard = who.says("quiero una persona");
    Journal.answering(
        Map.of(who.id(), heard.message()),
        () -> who.apply(Author.BOT, new CrmAction.PauseBot("asked", "", Optional.empty())));
  }

  /// The provider's name of the message, once it was sent.
  private static String sent(Message message) {
    var name = "wamid." + message.id().value();
    CRM.conversations()
        .progress(
            List.of(
                new Progress(
                    message.id(),
                    MessageState.SENT,
                    Optional.empty(),
                    Optional.of(name),
                    CRM.clock().instant())));
    return name;
  }

  private static Grounds reply(String row, double score) {
    return new Grounds("reply", row, 3, score, 0.5, List.of(), List.of());
  }

  private static Grounds fallback(String near, double score) {
    var candidates = near.isEmpty() ? List.<Grounds.Candidate>of() : List.of(near(near, score));
    return new Grounds("fallback", "", 3, score, 0.5, candidates, List.of());
  }

  private static Grounds.Candidate near(String row, double score) {
    return new Grounds.Candidate(row, "¿?", score);
  }

  // ---- looking back

  private void learn() {
    var entries = CRM.settledJournal().after(place, 500);
    gaps.learn(reading.facts(entries));
    if (!entries.isEmpty()) {
      place = entries.getLast().position();
    }
  }

  private boolean advance(List<Entry> entries) {
    var from = CRM.journal().cursor("it-" + workspace).orElse(Entry.Position.START);
    return CRM.journal().advance("it-" + workspace, from, entries.getLast().position());
  }

  private boolean take(List<Entry> entries, List<Fact> facts) {
    return Boolean.TRUE.equals(
        CRM.transaction()
            .execute(status -> {
              var first =
                  CRM.journal()
                      .advance(
                          "it-" + workspace, Entry.Position.START, entries.getLast().position());
              if (first) {
                gaps.learn(facts);
              }
              return first;
            }));
  }

  private int day() {
    return figures.days(workspace, LocalDate.EPOCH).stream()
        .mapToInt(RowFigures.Day::fallback)
        .sum();
  }

  private List<Gap> open(String words) {
    return gaps.list(
        workspace, new Gap.Filter(Gap.State.OPEN, Optional.empty(), words, Gap.Order.COUNT));
  }

  private Gap only(String words) {
    assertThat(open(words)).hasSize(1);
    return open(words).getFirst();
  }

  private static final class FakeDraft implements Editing {

    private final List<NewRow> added = new ArrayList<>();

    @Override
    public String addRow(long workspace, By by, NewRow row) {
      added.add(row);
      return "NEW-" + added.size();
    }

    @Override
    public Optional<String> addVariants(long workspace, By by, String row, List<String> variants) {
      return Optional.of(row);
    }

    @Override
    public List<Found> search(long workspace, String words, int limit) {
      return List.of();
    }
  }
}
