package dev.relevo.eval.keep;

import dev.relevo.bot.access.Visit;
import dev.relevo.eval.play.Script;
import dev.relevo.eval.play.Stage;
import dev.relevo.eval.service.Database;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/// What the people of a business leave in a version's tables, through the doors that their browsers
/// use: rows edited and published, a document, a colleague, a conversation taken over, keys.
final class People {

  private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");
  private static final Pattern LINK = Pattern.compile("(/welcome/[A-Za-z0-9_-]+)");

  /// Who asks for a person.
  private static final Script.Line CUSTOMER = new Script.Line(0, 0);

  private static final String REQUEST = "quiero hablar con una persona";

  /// Where all this must have left something.
  private static final List<String> TABLES =
      List.of(
          "knowledge.draft_row",
          "knowledge.edit",
          "knowledge.proposal",
          "knowledge.document",
          "knowledge.passage",
          "crm.member",
          "crm.handoff",
          "crm.comment",
          "crm.tag",
          "bot.api_key",
          "bot.model_connection",
          "bot.entry_link",
          "bot.audit");

  private final Stage stage;
  private final Database database;
  private final Visit owner = new Visit();

  /// @param database the service's, to see what came of it
  People(Stage stage, Database database) {
    this.stage = stage;
    this.database = database;
  }

  /// Takes some seconds.
  ///
  /// @throws IllegalStateException when a door does not open, or nothing was left behind one
  void work() throws SQLException, InterruptedException {
    signIn();
    editAndPublish();
    addDocument();
    makeKeys();
    invite();
    answerInPerson();
    for (var table : TABLES) {
      if (database.number("SELECT count(*) FROM " + table) == 0) {
        throw new IllegalStateException("what people did left nothing in " + table);
      }
    }
  }

  private void signIn() {
    owner.get(url("/sign-in"));
    post("/sign-in", Map.of("email", Stage.OWNER, "password", Stage.PASSWORD));
    owner.get(url("/console/me"));
  }

  /// Two versions are published, and an edit waits for the next.
  private void editAndPublish() throws SQLException, InterruptedException {
    write(
        """
        {"add": [{"QUESTION": "¿tienen estacionamiento?", "ANSWER": "Sí, gratis."},
                 {"QUESTION": "%s", "ANSWER": "Le paso con una persona.", "HANDOFF": "sí"}]}
        """
            .formatted(REQUEST));
    var checks = owner.get(url("/console/matrix/checks")).body();
    var revision = REVISION.matcher(checks);
    if (!revision.find()) {
      throw new IllegalStateException("the checks tell no revision: " + checks);
    }
    post(
        "/console/matrix/propose",
        Map.of("revision", revision.group(1), "note", "Estacionamiento"));
    Waiting.until(
        "the draft is published",
        () -> database.number("SELECT max(number) FROM knowledge.version") > 1);
    write(
        """
        {"add": [{"QUESTION": "¿aceptan mascotas?", "ANSWER": "Solo perros guía."}]}
        """);
  }

  private void write(String edit) {
    post("/console/matrix/write", Map.of("edit", edit));
  }

  private void addDocument() throws SQLException, InterruptedException {
    var text =
        "# Envíos\n\nEnviamos a todo el país en tres días hábiles.\n\n# Cambios\n\nSe cambia todo en un mes.\n";
    opened(
        "/console/documents/files",
        owner.upload(url("/console/documents/files"), "file", "envios.md", text, Map.of()));
    Waiting.until(
        "the document is read",
        () -> database.number("SELECT count(*) FROM knowledge.document WHERE state = 'READY'") > 0);
  }

  /// One that is shown once and kept as a hash, and one that is sealed.
  private void makeKeys() {
    post("/console/settings/keys", Map.of("name", "Planilla", "scope", "matrix:read"));
    post(
        "/console/assistants/model",
        Map.of(
            "address", "https://model.example.org/v1",
            "name", "modelo-1",
            "key", "clave-de-prueba-123",
            "prices", "modelo-1=1/2"));
  }

  /// A colleague comes, and another does not.
  private void invite() {
    post("/console/team/invite", Map.of("role", "AGENT"));
    var page = owner.get(url("/console/team")).body();
    var link = LINK.matcher(page);
    if (!link.find()) {
      throw new IllegalStateException("the team's page shows no link: " + page);
    }
    var colleague = new Visit();
    colleague.get(url(link.group(1)));
    opened(
        "/welcome/…",
        colleague.post(
            url(link.group(1)),
            Map.of("name", "Luisa", "email", "luisa@example.org", "password", Stage.PASSWORD)));
    post("/console/team/invite", Map.of("role", "MANAGER"));
  }

  /// A customer asks for a person, who takes over, answers, and writes down what was learnt.
  private void answerInPerson() throws SQLException, InterruptedException {
    var webhooks = stage.provider().webhooks();
    webhooks.post(
        stage.webhook(),
        webhooks.text(CUSTOMER.phone(), "Cliente 0", "wamid.PERSON-1", Instant.now(), REQUEST));
    Waiting.until(
        "the customer is handed to a person",
        () -> database.number("SELECT count(*) FROM crm.handoff") > 0);
    var contact = "/console/inbox/" + database.number("SELECT min(contact_id) FROM crm.handoff");
    act(contact + "/take", Map.of());
    act(contact + "/reply", Map.of("text", "Le atiende Ana, ¿en qué le ayudo?"));
    act(contact + "/note", Map.of("text", "Prefiere que le llamen por la tarde."));
    act(contact + "/tag", Map.of("tag", "mayorista"));
    act(contact + "/field/email", Map.of("value", "cliente@example.org"));
    Waiting.until(
        "the customer is answered",
        () -> stage.provider().taken().stream().anyMatch(it -> it.text().contains("Le atiende")));
  }

  /// Each act has an id of its own.
  private void act(String path, Map<String, String> form) {
    var all = new HashMap<>(form);
    all.put("request", UUID.randomUUID().toString());
    post(path, all);
  }

  private void post(String path, Map<String, String> form) {
    opened(path, owner.post(url(path), form));
  }

  private static void opened(String path, HttpResponse<String> answer) {
    var elsewhere = Visit.location(answer).filter(it -> it.contains("/sign-in")).isPresent();
    if (answer.statusCode() >= 400 || elsewhere) {
      throw new IllegalStateException(
          "%s did not open: %d %s".formatted(path, answer.statusCode(), answer.body()));
    }
  }

  private URI url(String path) {
    return stage.service().url().resolve(path);
  }
}
