package dev.relevo.bot.responder.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.assistant.TestAssistants;
import dev.relevo.bot.llm.ScriptedModel;
import dev.relevo.bot.responder.Askings;
import dev.relevo.bot.responder.Options;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.bot.responder.Responders;
import dev.relevo.bot.responder.TestFilling;
import dev.relevo.crm.TestCrm;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Posting;
import dev.relevo.crm.conversation.Transcript;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Wording;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Edit;
import dev.relevo.knowledge.draft.Editor;
import dev.relevo.knowledge.matrix.Button;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.RowState;
import dev.relevo.knowledge.model.Aims;
import dev.relevo.knowledge.model.Lessons;
import dev.relevo.knowledge.model.Models;
import dev.relevo.knowledge.retriever.Aim;
import dev.relevo.knowledge.retriever.Query;
import dev.relevo.knowledge.retriever.Settings;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;

class MatrixResponderIT {

  private final TestCrm crm = new TestCrm();
  private final Matrices matrices =
      new Matrices(crm.bean(DataSource.class), crm.bean(PlatformTransactionManager.class));
  private final Models models =
      new Models(crm.bean(DataSource.class), crm.bean(PlatformTransactionManager.class));
  private final Lessons lessons = new Lessons(Settings.USUAL, models, crm.clock());
  private final Aims aims = new Aims(crm.bean(DataSource.class));
  private final Drafts drafts =
      new Drafts(
          crm.bean(DataSource.class),
          crm.bean(PlatformTransactionManager.class),
          matrices,
          crm.clock());
  private final MatrixWatch watch =
      new MatrixWatch(matrices, lessons, aims, crm.workspaces(), () -> {}, crm.clock());
  private final DraftTraining draftTraining =
      new DraftTraining(drafts, lessons, aims, crm.workspaces(), crm.clock());
  private final ScriptedModel model = ScriptedModel.saying("");
  private final MatrixResponder responder =
      new MatrixResponder(
          watch, draftTraining, new Wordings(crm.workspaces(), TestFilling.of(crm)), model);
  private final TestCrm.Person ana = crm.aContact();

  @BeforeEach
  void publish() {
    publish(rows());
    watch.start();
  }

  @AfterEach
  void stop() {
    watch.stop();
  }

  @Test
  void answersARowWordForWordWithItsReasons() {
    var reply = reply("¿Cuál es el horario de atención?");
    assertThat(reply.contents()).containsExactly(new Content.Text("De 9 a 18, Ana."));
    assertThat(reply.grounds().row()).isEqualTo("HOR");
    assertThat(reply.grounds().version()).isEqualTo(1);
    assertThat(reply.grounds().score()).isGreaterThanOrEqualTo(reply.grounds().threshold());
    assertThat(reply.grounds().reasons()).isNotEmpty();
  }

  @Test
  void alternativesTakeTurns() {
    var first = say(reply("gracias por todo"));
    var second = say(reply("gracias por todo"));
    var third = say(reply("gracias por todo"));
    assertThat(List.of(first, second)).containsExactlyInAnyOrder("¡De nada!", "¡Con gusto!");
    assertThat(third).isEqualTo(first);
  }

  @Test
  void aRowMayAnswerOtherwiseOnAChannelAndBringAFileButtonsActionsAndAFollowUp() {
    var reply = reply("¿Cuánto cuesta el plan?");
    assertThat(reply.contents().getFirst())
        .isInstanceOfSatisfying(
            Content.Choice.class,
            it -> {
              assertThat(it.body()).isEqualTo("20 al mes por WhatsApp.");
              assertThat(it.options())
                  .extracting(Content.Option::id)
                  .containsExactly("row:HOR", "say:Planes", "open:Ver web");
            });
    assertThat(reply.contents().get(1))
        .isInstanceOfSatisfying(
            Content.Media.class,
            it -> {
              assertThat(it.kind()).isEqualTo(Content.MediaKind.DOCUMENT);
              assertThat(it.name()).isEqualTo("planes.pdf");
              assertThat(it.mime()).isEqualTo("application/pdf");
            });
    assertThat(reply.later())
        .containsExactly(
            new Outcome.Later(
                List.of(new Content.Text("De 9 a 18, Ana.")), Duration.ofSeconds(30)));
    assertThat(reply.actions())
        .containsExactly(
            new CrmAction.RemoveTags(List.of("nuevo")),
            new CrmAction.AddTags(List.of("interesado")),
            new CrmAction.SetField("interes", "plan"));
  }

  @Test
  void aRowThatHandsOverSaysItsWordsAndNamesTheTeam() {
    var outcome = respond(new Content.Text("quiero poner un reclamo"));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Handoff.class,
            it -> {
              assertThat(it.contents())
                  .containsExactly(new Content.Text("Lo lamento. Le paso con alguien."));
              assertThat(it.reason()).isEqualTo("row");
              assertThat(it.team()).contains("ventas");
              assertThat(it.summary()).contains("REC").contains("quiero poner un reclamo");
            });
  }

  @Test
  void aTapAndATypedNumberAndATypedLabelPickTheSameOption() {
    var choice =
        new Content.Choice(
            "¿Qué desea?",
            List.of(
                Options.row(new RowId("HOR"), "Horario", ""),
                Options.person("Hablar con alguien")));
    said(choice);
    assertThat(say(asReply(respond(new Content.Picked("row:HOR", "Horario"))))).startsWith("De 9");
    assertThat(say(asReply(respond(new Content.Text("1."))))).startsWith("De 9");
    assertThat(say(asReply(respond(new Content.Text("horarío"))))).startsWith("De 9");
    assertThat(respond(new Content.Text("2"))).isInstanceOf(Outcome.Handoff.class);
    assertThat(respond(new Content.Text("hablar con ALGUIEN")))
        .isInstanceOfSatisfying(
            Outcome.Handoff.class, it -> assertThat(it.reason()).isEqualTo("asked"));
  }

  @Test
  void whatNothingFitsIsAFallbackWithItsReasons() {
    assertThat(respond(new Content.Text("xyzzy plugh")))
        .isInstanceOfSatisfying(
            Outcome.Fallback.class, it -> assertThat(it.grounds().version()).isEqualTo(1));
  }

  @Test
  void aPictureWithoutWordsIsAnsweredOnceAndAnAlbumNotAgain() {
    var text = crm.workspaces().text(crm.workspace(), Wording.MEDIA_NOT_READ, Language.ES);
    var reply = asReply(respond(picture()));
    assertThat(say(reply)).isEqualTo(text);
    said(new Content.Text(text));
    assertThat(respond(picture())).isInstanceOf(Outcome.Silence.class);
    assertThat(respond(new Content.Reaction("👍", "x"))).isInstanceOf(Outcome.Silence.class);
  }

  @Test
  void anOrderIsAPersonsWork() {
    assertThat(respond(new Content.Order("c", "", List.of())))
        .isInstanceOfSatisfying(
            Outcome.Handoff.class, it -> assertThat(it.reason()).isEqualTo("order"));
  }

  @Test
  void rowsAreUsedOnlyWhileTheyAreValidAndANewVersionIsTakenUpWithoutAPause() {
    var today =
        LocalDate.ofInstant(crm.clock().instant(), crm.workspaces().find(crm.workspace()).zone());
    assertThat(say(reply("promoción de navidad"))).isEqualTo("Dos por uno.");
    crm.clock().goOn(Duration.ofDays(1));
    watch.look();
    assertThat(respond(new Content.Text("promoción de navidad")))
        .isInstanceOf(Outcome.Fallback.class);
    var rows = new ArrayList<>(rows());
    rows.set(
        0,
        Row.answering(
            new RowId("HOR"),
            Locale.of("es"),
            "¿Cuál es el horario de atención?",
            List.of("horario"),
            "De 8 a 17."));
    publish(rows);
    watch.look();
    var reply = reply("¿Cuál es el horario de atención?");
    assertThat(say(reply)).isEqualTo("De 8 a 17.");
    assertThat(reply.grounds().version()).isEqualTo(2);
    assertThat(today).isEqualTo(LocalDate.of(2026, 6, 1));
  }

  @Test
  void tryingAQuestionGoesTheSameWayAndShowsWhatWouldBeSent() {
    var responders = responders();
    var trial =
        responders.tryOut(
            crm.workspace(), Responders.Matter.PUBLISHED, "horario de atención", Language.ES);
    assertThat(trial.retrieval()).isPresent();
    assertThat(trial.says()).hasSize(1);
    var missed =
        responders.tryOut(crm.workspace(), Responders.Matter.PUBLISHED, "xyzzy plugh", Language.ES);
    assertThat(missed.outcome()).isInstanceOf(Outcome.Fallback.class);
    assertThat(missed.says()).hasSize(1);
  }

  @Test
  void theDraftIsTriedAsideAndAnswersNobody() {
    var responders = responders();
    var asked = "¿Cuál es el horario de atención?";
    var workspace = crm.workspace().value();
    var before = drafts.row(workspace, new RowId("HOR")).orElseThrow();
    var row =
        Row.answering(new RowId("HOR"), Locale.of("es"), asked, List.of("horario"), "Siempre.");
    drafts.apply(
        workspace, new Editor(1, "Ana"), Edit.of(new Edit.Step.Put(row, before.revision())));

    var tried = responders.tryOut(crm.workspace(), Responders.Matter.DRAFT, asked, Language.ES);
    assertThat(tried.says()).containsExactly(new Content.Text("Siempre."));
    assertThat(
            responders
                .tryOut(crm.workspace(), Responders.Matter.PUBLISHED, asked, Language.ES)
                .says())
        .doesNotContain(new Content.Text("Siempre."));
    assertThat(say(reply(asked))).startsWith("De 9");

    drafts.undo(workspace, new Editor(1, "Ana"));
    assertThat(
            responders.tryOut(crm.workspace(), Responders.Matter.DRAFT, asked, Language.ES).says())
        .as("trained anew after the edit")
        .doesNotContain(new Content.Text("Siempre."));
  }

  @Test
  void aDraftThatWasTriedIsNotLearntAgainWhenItIsPublished() {
    var workspace = crm.workspace().value();
    var before = drafts.row(workspace, new RowId("HOR")).orElseThrow();
    var row =
        Row.answering(
            new RowId("HOR"), Locale.of("es"), "¿Cuándo abren?", List.of("horario"), "Siempre.");
    drafts.apply(
        workspace, new Editor(1, "Ana"), Edit.of(new Edit.Step.Put(row, before.revision())));
    var tried = draftTraining.trained(crm.workspace()).orElseThrow();

    publish(drafts.snapshot(workspace).matrix().forPublication().rows());
    watch.look();

    assertThat(version(watch)).isEqualTo(2);
    assertThat(watch.trained(crm.workspace()).orElseThrow().retriever().calibration())
        .isSameAs(tried.retriever().calibration());
  }

  @Test
  void anotherAimIsTakenUpWithoutLearningAnew() {
    var before = watch.trained(crm.workspace()).orElseThrow();
    var aim = new Aim(Optional.of(0.9), 0.4);
    aims.want(crm.workspace().value(), aim);

    watch.look();

    var after = watch.trained(crm.workspace()).orElseThrow();
    assertThat(after).isNotSameAs(before);
    assertThat(after.matrix()).isSameAs(before.matrix());
    assertThat(after.retriever().calibration()).isSameAs(before.retriever().calibration());
    assertThat(after.retriever().choice()).isEqualTo(before.retriever().aiming(aim).choice());
    assertThat(aims.of(crm.workspace().value())).isEqualTo(aim);
  }

  @Test
  void everyReplicaSwitchesToANewVersionWithinFiveSeconds() {
    var other = anotherReplica();
    other.start();
    try {
      publish(rows());
      var published = System.nanoTime();
      while (version(watch) < 2 || version(other) < 2) {
        assertThat(Duration.ofNanos(System.nanoTime() - published))
            .isLessThan(Duration.ofSeconds(5));
        LockSupport.parkNanos(5_000_000);
      }
      System.out.printf(
          "two replicas switched %d ms after publishing%n",
          Duration.ofNanos(System.nanoTime() - published).toMillis());
    } finally {
      other.stop();
    }
  }

  @Test
  void whatWasLearntIsKeptForTheNextStart() throws IOException {
    var workspace = crm.workspace();
    int version = version(watch);
    byte[] kept = kept(workspace, version);
    assertThat(kept).isNotEmpty();

    var next = anotherReplica();
    next.start();
    try {
      assertThat(version(next)).isEqualTo(version);
      var asked = new Query("¿a qué hora abren?", Optional.of(Locale.of("es")));
      assertThat(next.trained(workspace).orElseThrow().retriever().retrieve(asked))
          .isEqualTo(watch.trained(workspace).orElseThrow().retriever().retrieve(asked));
    } finally {
      next.stop();
    }
    assertThat(kept(workspace, version)).as("nothing was learnt again").isEqualTo(kept);
  }

  @Test
  void aKeptModelThatDoesNotFitIsLearntAgain() throws IOException {
    var workspace = crm.workspace();
    int version = version(watch);
    models.keep(
        workspace.value(), version, crm.clock().instant(), out -> out.write(new byte[] {1, 2, 3}));

    var next = anotherReplica();
    next.start();
    next.stop();
    assertThat(version(next)).isEqualTo(version);
    assertThat(kept(workspace, version)).hasSizeGreaterThan(100);
  }

  private byte[] kept(WorkspaceId workspace, int version) throws IOException {
    try (var kept = models.open(workspace.value(), version).orElseThrow()) {
      return kept.readAllBytes();
    }
  }

  /// It has learnt nothing yet.
  private MatrixWatch anotherReplica() {
    var fresh = new Lessons(Settings.USUAL, models, crm.clock());
    return new MatrixWatch(matrices, fresh, aims, crm.workspaces(), () -> {}, crm.clock());
  }

  private int version(MatrixWatch replica) {
    return replica.trained(crm.workspace()).map(Trained::version).orElse(0);
  }

  private Outcome.Reply reply(String text) {
    var reply = asReply(respond(new Content.Text(text)));
    crm.conversations()
        .say(
            ana.id(),
            reply.contents().stream()
                .map(it ->
                    new Posting(
                        Author.BOT,
                        ana.channel(),
                        ana.address(),
                        it,
                        Optional.of(reply.grounds()),
                        Optional.empty()))
                .toList());
    return reply;
  }

  private void said(Content content) {
    crm.conversations()
        .say(
            ana.id(),
            List.of(
                new Posting(
                    Author.BOT,
                    ana.channel(),
                    ana.address(),
                    content,
                    Optional.empty(),
                    Optional.empty())));
  }

  private Responders responders() {
    return new Responders(
        List.of(responder),
        responder,
        TestAssistants.of(crm),
        crm.workspaces(),
        _ -> "whatsapp-cloud",
        crm.clock());
  }

  private Outcome respond(Content content) {
    var asking =
        Askings.of(transcript(content), Assistant.plain(crm.workspace()), "whatsapp-cloud");
    return responder.look(asking).outcome();
  }

  private Transcript transcript(Content content) {
    var heard = ana.says(content);
    return crm.conversations().transcripts(List.of(heard.message()), 12).getFirst();
  }

  private static Outcome.Reply asReply(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Reply.class);
    return (Outcome.Reply) outcome;
  }

  private static String say(Outcome.Reply reply) {
    return ((Content.Text) reply.contents().getFirst()).body();
  }

  private static Content picture() {
    return new Content.Media(
        Content.MediaKind.IMAGE,
        Optional.empty(),
        Optional.empty(),
        "",
        "",
        "image/jpeg",
        Optional.empty());
  }

  private void publish(List<Row> rows) {
    matrices.publish(crm.workspace().value(), new Matrix(rows), "test", "", crm.clock().instant());
  }

  private static List<Row> rows() {
    var es = Locale.of("es");
    return List.of(
        Row.answering(
            new RowId("HOR"),
            es,
            "¿Cuál es el horario de atención?",
            List.of("¿A qué hora abren?", "horario"),
            "De 9 a 18, $contact.firstname."),
        Row.answering(
            new RowId("GRA"),
            es,
            "gracias por todo",
            List.of("muchas gracias"),
            "¡De nada! || ¡Con gusto!"),
        new Row(
            new RowId("PRE"),
            es,
            "Ventas",
            "Precio",
            "¿Cuánto cuesta el plan?",
            List.of("precio del plan", "cuánto vale el plan"),
            "20 al mes.",
            true,
            Map.of("whatsapp", "20 al mes por WhatsApp."),
            List.of(
                new Button("Horario", new Button.Action.GoTo(new RowId("HOR"))),
                new Button("Planes", new Button.Action.Say()),
                new Button("Ver web", new Button.Action.Open("https://example.com"))),
            Optional.of(new Row.Attachment("file", "https://example.com/f/planes.pdf")),
            Optional.of(new Row.FollowUp(new RowId("HOR"), Duration.ofSeconds(30))),
            false,
            Optional.empty(),
            List.of("interesado"),
            List.of("nuevo"),
            Optional.of("interes=plan"),
            false,
            Optional.empty(),
            Optional.empty(),
            RowState.PROGRAMMED,
            ""),
        new Row(
            new RowId("REC"),
            es,
            "",
            "",
            "quiero poner un reclamo",
            List.of("tengo una queja"),
            "Lo lamento. Le paso con alguien.",
            true,
            Map.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            true,
            Optional.of("ventas"),
            List.of(),
            List.of(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            RowState.PROGRAMMED,
            ""),
        new Row(
            new RowId("NAV"),
            es,
            "",
            "",
            "promoción de navidad",
            List.of("ofertas navideñas"),
            "Dos por uno.",
            true,
            Map.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.of(LocalDate.of(2026, 6, 1)),
            RowState.PROGRAMMED,
            ""));
  }
}
