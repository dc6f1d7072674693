package dev.relevo.bot.responder.llm;

import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.assistant.Bounds;
import dev.relevo.bot.assistant.Engine;
import dev.relevo.bot.assistant.Hours;
import dev.relevo.bot.assistant.Manner;
import dev.relevo.bot.assistant.Powers;
import dev.relevo.bot.llm.Answer;
import dev.relevo.bot.llm.Ask;
import dev.relevo.bot.llm.LanguageModel;
import dev.relevo.bot.llm.Line;
import dev.relevo.bot.llm.ToolCall;
import dev.relevo.bot.pace.Deadline;
import dev.relevo.bot.responder.Asking;
import dev.relevo.bot.responder.Decision;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.bot.responder.Responders;
import dev.relevo.bot.responder.TestMessages;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.contact.Field;
import dev.relevo.crm.contact.FieldType;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.FloorHolder;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.conversation.Transcript;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.knowledge.document.Passage;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.retriever.Explanation;
import dev.relevo.knowledge.retriever.Hit;
import dev.relevo.knowledge.retriever.Retrieval;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A customer before an assistant with a model that says what the test tells it.
final class Scene {

  static final WorkspaceId WORKSPACE = new WorkspaceId(1);
  static final Row SHIPPING =
      row("ENV-003", "¿Cuánto cuesta el envío?", "El envío a Quito cuesta $5 y tarda 2 días.");
  static final Row HOURS =
      row("HOR-001", "¿Cuál es el horario?", "Atendemos de lunes a viernes de 9:00 a 18:00.");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  final List<Ask> asked = new ArrayList<>();
  final List<String> lookedUp = new ArrayList<>();
  int typing;

  private final Deque<Answer> script = new ArrayDeque<>();
  private final List<Message> before = new ArrayList<>();
  private final List<Passage> passages = new ArrayList<>();
  private List<Row> candidates = List.of(SHIPPING, HOURS);
  private Function<String, Optional<Row>> matrix = _ -> Optional.empty();
  private Powers powers = Powers.NONE;
  private Bounds bounds = Bounds.DEFAULT;
  private String persona = "";
  private String name = "Ana Torres";
  private boolean masks;
  private Optional<Language> speaks = Optional.empty();
  private Duration time = Duration.ofSeconds(12);
  private long calls;

  static Row row(String id, String question, String answer) {
    return Row.answering(new RowId(id), Locale.of("es"), question, List.of(), answer);
  }

  /// What the model answers, one call after the other; the last again and again.
  Scene model(Answer... answers) {
    script.addAll(List.of(answers));
    return this;
  }

  static Answer says(String kind, String text, String... citations) {
    return resolves(kind, text, "", citations);
  }

  /// With the question as it stands alone.
  static Answer resolves(String kind, String text, String question, String... citations) {
    return new Answer.Said(
        JSON.writeValueAsString(
            Map.of(
                "kind", kind,
                "text", text,
                "citations", List.of(citations),
                "language", "es",
                "question", question)),
        List.of(),
        0);
  }

  static Answer wants(String tool, String arguments) {
    return new Answer.Said("", List.of(new ToolCall("c1", tool, arguments)), 0);
  }

  Scene candidates(Row... rows) {
    candidates = List.of(rows);
    return this;
  }

  Scene passage(long id, String title, String words) {
    passages.add(
        new Passage(
            id, 1, title, List.of(), words, Locale.of("es"), "https://tienda.ec/p", 0, "x"));
    return this;
  }

  /// Which row the matrix finds for a question as it stands alone.
  Scene matrix(Function<String, Optional<Row>> finds) {
    matrix = finds;
    return this;
  }

  Scene powers(Powers other) {
    powers = other;
    return this;
  }

  Scene bounds(Bounds other) {
    bounds = other;
    return this;
  }

  Scene persona(String other) {
    persona = other;
    return this;
  }

  Scene named(String other) {
    name = other;
    return this;
  }

  Scene masking() {
    masks = true;
    return this;
  }

  Scene speaking(Language language) {
    speaks = Optional.of(language);
    return this;
  }

  Scene within(Duration left) {
    time = left;
    return this;
  }

  Scene customerSaid(String text) {
    before.add(message(Author.CUSTOMER, text));
    return this;
  }

  Scene botSaid(String text) {
    before.add(message(Author.BOT, text));
    return this;
  }

  Scene personSaid(String text) {
    before.add(message(new Author.Person(new MemberId(7)), text));
    return this;
  }

  /// The retriever found nothing.
  Decision asks(String question) {
    var grounds = new Grounds("fallback", "", 3, 0.2, 0.5, List.of(), List.of());
    return respond(
        question, new Decision(new Outcome.Fallback(grounds), Optional.of(nothing()), List.of()));
  }

  /// The retriever found a row.
  Decision asks(String question, Row found) {
    return respond(question, found(found));
  }

  Decision respond(String question, Decision soFar) {
    return new ModelResponder(means()).respond(asking(question), soFar);
  }

  Means means() {
    return new Means(
        new Scripted(), this::look, (_, _, _, _) -> found(), new Known(), _ -> typing++);
  }

  private Decision look(Asking asking) {
    var text = asking.content().words();
    lookedUp.add(text);
    return matrix
        .apply(text)
        .map(Scene::found)
        .orElseGet(() ->
            new Decision(
                new Outcome.Fallback(new Grounds("fallback", "", 3, 0, 1, List.of(), List.of())),
                Optional.of(nothing()),
                List.of()));
  }

  static Decision found(Row row) {
    var why = new Explanation("", 0.5, List.of(new Hit(row, 0.9, "")), List.of());
    var grounds = new Grounds("reply", row.id().value(), 3, 0.9, 0.5, List.of(), List.of());
    return new Decision(
        new Outcome.Reply(List.of(new Content.Text(row.answer())), grounds, List.of()),
        Optional.of(new Retrieval.Found(why.candidates().getFirst(), why)),
        List.of());
  }

  private Retrieval nothing() {
    return new Retrieval.Nothing(
        new Explanation(
            "", 0.5, candidates.stream().map(it -> new Hit(it, 0.3, "")).toList(), List.of()));
  }

  private List<Passage.Found> found() {
    return passages.stream().map(it -> new Passage.Found(it, 1)).toList();
  }

  Asking asking(String question) {
    var assistant =
        new Assistant(
            Assistant.plain(WORKSPACE).id(),
            WORKSPACE,
            "Relevo",
            true,
            java.util.Set.of(),
            Engine.MODEL,
            speaks,
            new Manner(persona, Optional.empty(), 0.2, 10, masks, Hours.ALWAYS, powers, bounds));
    var transcript =
        new Transcript(
            contact(), thread(), message(Author.CUSTOMER, question), before, Language.ES);
    return new Asking(
        WORKSPACE,
        assistant,
        Responders.Matter.PUBLISHED,
        "webchat",
        new Content.Text(question),
        before,
        speaks.orElse(Language.ES),
        Optional.empty(),
        Optional.of(transcript),
        Asking.Occasion.TURN,
        Deadline.in(time));
  }

  private Contact contact() {
    return new Contact(
        TestMessages.CONTACT,
        WORKSPACE,
        name,
        Optional.of("+593991112233"),
        Optional.of("ana@secreto.ec"),
        Optional.empty(),
        true,
        false,
        Map.of("cedula", "1710034065"),
        List.of("vip"),
        List.of(),
        TestMessages.NOW);
  }

  private static ThreadState thread() {
    return new ThreadState(
        TestMessages.CONTACT,
        WORKSPACE,
        FloorHolder.BOT,
        1,
        TestMessages.NOW,
        Optional.empty(),
        Optional.of(TestMessages.CONVERSATION),
        4,
        0,
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Message message(Author author, String text) {
    return TestMessages.message(before.size() + 1, author, text);
  }

  /// The JSON document of the call with that number, from 0.
  JsonNode document(int call) {
    return JSON.readTree(data(call));
  }

  String data(int call) {
    return ((Line.Data) asked.get(call).lines().get(1)).text();
  }

  String rules(int call) {
    return ((Line.Rules) asked.get(call).lines().getFirst()).text();
  }

  /// What tools gave back, as the call with that number read it.
  List<String> results(int call) {
    return asked.get(call).lines().stream()
        .flatMap(it -> it instanceof Line.Result(_, var text) ? Stream.of(text) : Stream.empty())
        .toList();
  }

  static String text(Decision decision) {
    return decision.outcome() instanceof Outcome.Reply reply ? Rows.words(reply) : "";
  }

  private final class Scripted implements LanguageModel {

    @Override
    public boolean connected(WorkspaceId workspace) {
      return !script.isEmpty();
    }

    @Override
    public Answer ask(Ask ask) {
      asked.add(ask);
      var answer = script.size() == 1 ? script.getFirst() : script.removeFirst();
      calls++;
      return switch (answer) {
        case Answer.Said said -> new Answer.Said(said.text(), said.calls(), calls);
        case Answer.Failed(var fault, _) -> new Answer.Failed(fault, calls);
        case Answer.NotAsked notAsked -> notAsked;
      };
    }
  }

  /// What the desk would say, without a database.
  private static final class Known implements Checks {

    @Override
    public Language house(WorkspaceId workspace) {
      return Language.ES;
    }

    @Override
    public List<Field> fields(WorkspaceId workspace) {
      return List.of(
          new Field("ciudad", "Ciudad", FieldType.LIST, List.of("Quito", "Cuenca")),
          new Field("unidades", "Unidades", FieldType.NUMBER, List.of()),
          new Field("acepta", "Acepta", FieldType.CHECKBOX, List.of()),
          new Field("cita", "Cita", FieldType.DATE, List.of()));
    }

    @Override
    public Optional<String> refusal(WorkspaceId workspace, CrmAction.SetField wish) {
      return wish.field().equals("ciudad") && !List.of("Quito", "Cuenca").contains(wish.value())
          ? Optional.of("Quito, Cuenca")
          : Optional.empty();
    }

    @Override
    public Optional<MemberId> member(WorkspaceId workspace, String email) {
      return email.equals("eva@tienda.ec") ? Optional.of(new MemberId(7)) : Optional.empty();
    }
  }
}
