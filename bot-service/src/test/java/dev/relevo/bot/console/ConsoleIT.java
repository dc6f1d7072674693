package dev.relevo.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.access.Visit;
import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.desk.CrmRequest;
import dev.relevo.crm.desk.Desk;
import dev.relevo.crm.file.Files;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Edit;
import dev.relevo.knowledge.draft.Editor;
import dev.relevo.knowledge.draft.Spot;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ConsoleIT {

  private static final String EVIL = "<img src=x onerror=alert(1)>";
  private static final Visit AGENT = Visit.as(Role.AGENT);
  private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");
  private static final Pattern ITEM =
      Pattern.compile("id=\"([mne]-\\d+)\"[^>]*?data-at=\"(\\d+)\"");
  private static final Pattern OLDEST = Pattern.compile("data-oldest=\"([0-9.]*)\"");

  @Test
  void showsAWaitingCustomerFirstWithTheirThread() {
    var customer = new Customer("Ana Morales").says("quiero hablar con una persona").hears();
    assertThat(AGENT.get("/console/inbox").body()).contains("Ana Morales").contains("data-since");
    assertThat(AGENT.get(customer.path()).body())
        .contains("quiero hablar con una persona")
        .contains("Resumen para quien tome el chat");
  }

  @Test
  void keepsWhatCustomersWriteAsText() {
    var customer = new Customer(EVIL).says(EVIL + " & \"><script>alert(2)</script>");
    customer.says(
        new Content.Media(
            Content.MediaKind.DOCUMENT,
            Optional.empty(),
            Optional.of("javascript:alert(3)"),
            EVIL,
            EVIL,
            "text/html",
            Optional.empty()));
    var thread = AGENT.part(customer.path()).body();
    assertThat(thread)
        .contains("&lt;img src=x onerror=alert(1)&gt;")
        .doesNotContain(EVIL)
        .doesNotContain("<script");
    assertThat(links(thread))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it).matches("(/|#|https://).*"));
    assertThat(AGENT.part("/console/inbox/list").body())
        .contains("&lt;img src=x")
        .doesNotContain(EVIL)
        .doesNotContain("<script");
  }

  @Test
  void sendsFilesThatCouldRunAsDownloadsThatRunNowhere() {
    var customer = new Customer("Con archivo").says("hola");
    var file =
        RunningApplication.shared()
            .bean(Files.class)
            .store(
                customer.contact().workspace(),
                Optional.of(customer.contact().id()),
                "\"; filename=evil.html",
                "text/html",
                new ByteArrayInputStream("<script>1</script>".getBytes(StandardCharsets.UTF_8)),
                1_000);
    var answer = AGENT.get("/console/files/" + file.id().value());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(it -> assertThat(it).startsWith("attachment"));
    assertThat(answer.headers().allValues("Content-Security-Policy").toString())
        .contains("sandbox");
  }

  @Test
  void sendsAFileWithItsWordsOnceAsTheContactsOwn() {
    var customer = new Customer("Con factura").says("hola").hears();
    var form = Map.of("text", "Su factura", "request", id());
    for (int i = 0; i < 2; i++) {
      var sent = AGENT.upload(customer.path() + "/reply", "../factura\u202e.csv", "a;b\n", form);
      assertThat(sent.statusCode()).isEqualTo(200);
      assertThat(sent.body()).contains("factura.csv").contains("Su factura");
    }
    var media =
        customer.thread().stream()
            .filter(it -> it.author() instanceof Author.Person)
            .map(it -> (Content.Media) it.content())
            .toList();
    assertThat(media)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.kind()).isEqualTo(Content.MediaKind.DOCUMENT);
          assertThat(it.name()).isEqualTo("factura.csv");
          assertThat(it.mime()).isEqualTo("text/csv");
          assertThat(it.caption()).isEqualTo("Su factura");
        });
    assertThat(files(customer)).hasSize(1);
  }

  @Test
  void sendsAFileOnWhatsAppAsItsNameAndWordsSay() {
    var customer = Customer.onWhatsApp("Con recibo").says("hola").hears();
    AGENT.upload(
        customer.path() + "/reply",
        "recibo.csv",
        "a;b\n",
        Map.of("text", "Su recibo", "request", id()));
    var meta = RunningApplication.shared().meta();
    Customer.await(
        "the document",
        () ->
            meta.taken().stream()
                .anyMatch(it ->
                    it.to().endsWith(customer.alias())
                        && it.type().equals("document")
                        && it.text().equals("Su recibo")
                        && it.body().contains("recibo.csv")));
  }

  @Test
  void refusesAFileThatNobodyCouldOpenAndKeepsNothingOfIt() {
    var customer = new Customer("Con programa").says("hola").hears();
    var before = customer.thread().size();
    var refused =
        AGENT.upload(
            customer.path() + "/reply",
            "programa.exe",
            "MZ\u0000\u0001",
            Map.of("text", "ábralo", "request", id()));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.headers().firstValue("HX-Trigger"))
        .hasValueSatisfying(it -> assertThat(it).contains("programa.exe"));
    assertThat(customer.thread()).hasSize(before);
    assertThat(files(customer)).isEmpty();
    assertThat(floorIsBots(customer)).isTrue();
  }

  @Test
  void showsOlderMessagesNotesAndEventsInOrderAndEachOnce() {
    var customer = new Customer("Historia larga").says("hola").hears();
    for (int i = 0; i < 60; i++) {
      tag(customer, "t" + i);
      if (i % 2 == 0) {
        note(customer, "nota " + i);
      }
    }
    customer.says("gracias").hears();
    var part = AGENT.part(customer.path()).body();
    var items = items(part);
    var oldest = oldest(part);
    var pages = 1;
    for (; !oldest.isEmpty(); pages++) {
      var older = AGENT.part(customer.path() + "/older?before=" + oldest).body();
      items.addAll(0, items(older));
      oldest = oldest(older);
    }
    assertThat(pages).isBetween(2, 4);
    assertThat(items).extracting(Shown::id).doesNotHaveDuplicates();
    assertThat(items).extracting(Shown::at).isSorted();
    assertThat(items).filteredOn(it -> it.id().startsWith("n-")).hasSize(30);
    assertThat(items).filteredOn(it -> it.id().startsWith("e-")).hasSizeGreaterThanOrEqualTo(60);
    assertThat(items).filteredOn(it -> it.id().startsWith("m-")).hasSize(customer.thread().size());
  }

  @Test
  void postsAReplyOnceHoweverOftenItIsSent() throws Exception {
    var customer = new Customer("Doble clic").says("hola").hears();
    var form = Map.of("text", "Con gusto, lo reviso.", "request", id());
    try (var threads = Executors.newFixedThreadPool(4)) {
      Callable<Integer> post = () -> AGENT.post(customer.path() + "/reply", form).statusCode();
      for (var done : threads.invokeAll(List.of(post, post, post, post))) {
        assertThat(done.get()).isEqualTo(200);
      }
    }
    assertThat(customer.thread())
        .filteredOn(it -> it.author() instanceof Author.Person)
        .singleElement()
        .satisfies(
            it -> assertThat(it.content()).isEqualTo(new Content.Text("Con gusto, lo reviso.")));
    assertThat(floorIsBots(customer)).isFalse();
  }

  @Test
  void takesOverAndGivesBack() {
    var customer = new Customer("Ida y vuelta").says("hola").hears();
    var taken = AGENT.post(customer.path() + "/take", Map.of("request", id()));
    assertThat(taken.body()).contains("data-floor=\"person\"");
    assertThat(taken.headers().firstValue("HX-Trigger"))
        .hasValueSatisfying(it -> assertThat(it).contains("/give"));
    assertThat(floorIsBots(customer)).isFalse();
    var given = AGENT.post(customer.path() + "/give", Map.of("request", id()));
    assertThat(given.body()).contains("data-floor=\"bot\"");
    assertThat(floorIsBots(customer)).isTrue();
  }

  @Test
  void changesFieldsAndTagsAndSaysWhatCannotBe() {
    var customer = new Customer("Datos").says("hola").hears();
    var wrong =
        AGENT.post(customer.path() + "/field/email", Map.of("value", "no es", "request", id()));
    assertThat(wrong.body()).contains("class=\"fault\"").contains("no es");
    assertThat(customer.contact().email()).isEmpty();
    AGENT.post(
        customer.path() + "/field/email", Map.of("value", "ana@ejemplo.ec", "request", id()));
    assertThat(customer.contact().email()).hasValue("ana@ejemplo.ec");
    AGENT.post(customer.path() + "/tag", Map.of("tag", "vip", "request", id()));
    assertThat(customer.contact().tags()).contains("vip");
    AGENT.post(customer.path() + "/untag", Map.of("tag", "vip", "request", id()));
    assertThat(customer.contact().tags()).doesNotContain("vip");
  }

  @Test
  void showsOnlyWhatIsNewOrChanged() {
    var customer = new Customer("Cambios").says("hola").hears();
    var first = AGENT.get(customer.path()).body();
    var revision = first.replaceAll("(?s).*data-revision=\"(\\d+)\".*", "$1");
    AGENT.post(customer.path() + "/note", Map.of("text", "llama mañana", "request", id()));
    var changes = AGENT.part(customer.path() + "/changes?after=" + revision).body();
    assertThat(changes).contains("llama mañana").doesNotContain(">hola<");
  }

  @Test
  void erasesAContactOnlyWhenTheNameIsTyped() {
    var customer = new Customer("Para borrar").says("hola").hears();
    var contact = customer.contact();
    var manager = Visit.as(Role.MANAGER);
    var export = manager.get(customer.path() + "/export");
    assertThat(export.statusCode()).isEqualTo(200);
    assertThat(export.body()).contains("Para borrar");
    manager.post(customer.path() + "/erase", Map.of("name", "otro", "request", id()));
    assertThat(contacts().find(contact.workspace(), contact.id())).isPresent();
    var gone =
        manager.post(customer.path() + "/erase", Map.of("name", "Para borrar", "request", id()));
    assertThat(gone.headers().firstValue("HX-Redirect")).hasValue("/console/inbox?erased");
    assertThat(contacts().find(contact.workspace(), contact.id())).isEmpty();
  }

  @Test
  void triesAQuestionAndSendsNothing() {
    var tried = AGENT.part("/console/matrix/try?try=quiero+hablar+con+una+persona&language=es");
    assertThat(tried.body()).contains("PER-001").contains("<meter");
  }

  @Test
  void importsNothingOfAFileWithAFault() {
    var manager = Visit.as(Role.MANAGER);
    var page = manager.get("/console/matrix/import");
    assertThat(page.body()).contains("multipart/form-data");
    var before = drafts().overview(workspace());
    var refused =
        manager.upload(
            "/console/matrix/load",
            "malo.csv",
            "ID;Pregunta;Respuesta\nA-1;;hola\n",
            Map.of("seen", Long.toString(before.revision())));
    assertThat(refused.body()).contains("Fila 2, columna «Pregunta» (B)");
    assertThat(refused.headers().firstValue("HX-Redirect")).isEmpty();
    assertThat(drafts().overview(workspace())).isEqualTo(before);
  }

  @Test
  void bringsAFileIntoTheDraftAsOneEditAndPublishesNothing() {
    var manager = Visit.as(Role.MANAGER);
    manager.get("/console/matrix/import");
    var file = "ID;Pregunta;Respuesta\nIMP-1;¿Una pregunta importada?;sí\nIMP-2;¿Y otra más?;no\n";
    var published = drafts().overview(workspace()).published();
    var checked = manager.upload("/console/matrix/check", "dos.csv", file, Map.of("how", "merge"));
    assertThat(checked.body())
        .contains("IMP-1", "IMP-2", "Llevar 2 cambios al borrador", "se quedan como están")
        .doesNotContain("Se retiran");
    assertThat(
            manager
                .upload("/console/matrix/check", "dos.csv", file, Map.of("how", "replace"))
                .body())
        .contains("Se retiran")
        .doesNotContain("se quedan como están");

    var seen = Long.toString(drafts().revision(workspace()));
    var stale = manager.upload("/console/matrix/load", "dos.csv", file, Map.of("seen", "0"));
    assertThat(stale.headers().firstValue("HX-Redirect").isPresent()).isEqualTo(seen.equals("0"));
    manager.upload("/console/matrix/load", "dos.csv", file, Map.of("seen", seen));
    assertThat(drafts().row(workspace(), new RowId("IMP-2"))).isPresent();
    assertThat(drafts().overview(workspace()).published()).isEqualTo(published);

    manager.post("/console/matrix/undo", Map.of());
    assertThat(drafts().row(workspace(), new RowId("IMP-1"))).isEmpty();
  }

  @Test
  void saysInASentenceThatSomebodyElseBringsManyRowsIntoTheDraft() {
    var manager = Visit.as(Role.MANAGER);
    manager.get("/console/matrix/import");
    var seen = Long.toString(drafts().revision(workspace()));
    var rows = Row.answering(new RowId("MUCH-1"), Locale.of("es"), "¿Muchas?", List.of(), "sí");
    var transactions = RunningApplication.shared().bean(PlatformTransactionManager.class);
    new TransactionTemplate(transactions)
        .executeWithoutResult(comingIn -> {
          comingIn.setRollbackOnly();
          drafts()
              .apply(
                  workspace(),
                  new Editor(77, "Luis"),
                  Edit.of(new Edit.Step.Add(List.of(rows), new Spot.Bottom())));
          var busy =
              manager.upload(
                  "/console/matrix/load",
                  "una.csv",
                  "ID;Pregunta;Respuesta\nMUCH-2;¿Y otra?;sí\n",
                  Map.of("seen", seen));
          assertThat(busy.statusCode()).isEqualTo(422);
          assertThat(busy.body()).contains("Alguien está llevando muchas filas al borrador");
          assertThat(busy.headers().firstValue("HX-Trigger")).isPresent();
          assertThat(manager.get("/console/matrix").statusCode()).isEqualTo(200);
        });
    assertThat(drafts().row(workspace(), new RowId("MUCH-2"))).isEmpty();
  }

  @Test
  void letsAgentsReadTheMatrixAndNotEditIt() {
    var page = AGENT.get("/console/matrix").body();
    assertThat(page).contains("data-editable=\"false\"").contains("PER-001");
    assertThat(page).doesNotContain("data-act=\"add\"").doesNotContain("/console/matrix/publish");
  }

  @Test
  void showsBothSidesOfAConflictAndKeepsTheMatrixesTextsAsText() {
    var manager = Visit.as(Role.MANAGER);
    manager.get("/console/matrix");
    var added =
        manager.post(
            "/console/matrix/write",
            Map.of("edit", "{\"add\":[{\"QUESTION\":\"<script>alert(1)</script>\"}]}"));
    assertThat(added.body()).contains("&lt;script&gt;").doesNotContain("<script>alert");
    var row = added.body().replaceAll("(?s).*?data-row=\"([^\"]+)\".*", "$1");
    var edit = "{\"put\":[{\"row\":\"%s\",\"seen\":%s,\"texts\":{\"ANSWER\":\"mío\"}}]}";
    var revision = drafts().revision(workspace());
    assertThat(
            manager
                .post("/console/matrix/write", Map.of("edit", edit.formatted(row, revision)))
                .statusCode())
        .isEqualTo(200);
    var clash =
        manager.post(
            "/console/matrix/write",
            Map.of("edit", edit.formatted(row, revision).replace("mío", "tuyo")));
    assertThat(clash.statusCode()).isEqualTo(409);
    assertThat(clash.body()).contains("mío", "tuyo");
    var refused =
        manager.post(
            "/console/matrix/write",
            Map.of("edit", edit.formatted(row, 999_999).replace("ANSWER", "VALID_FROM")));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("no es una fecha");
    manager.post("/console/matrix/undo", Map.of());
    manager.post("/console/matrix/undo", Map.of());
    assertThat(drafts().row(workspace(), new RowId(row))).isEmpty();
  }

  @Test
  void speaksTheMembersLanguage() {
    var visit = Visit.as(Role.AGENT);
    visit.get("/console/me");
    visit.post("/console/me", Map.of("name", "Ann", "language", "en"));
    assertThat(visit.get("/console/inbox").body()).contains("Unassigned").contains("lang=\"en\"");
    visit.post("/console/me", Map.of("name", "Ana", "language", "pt"));
    assertThat(visit.get("/console/inbox").body())
        .contains("Sem atribuição")
        .contains("lang=\"pt\"");
  }

  @Test
  void answersWithItsOwnPageForWhatIsNotThere() {
    var missing = AGENT.get("/console/inbox/999999999");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("Eso no está aquí");
    assertThat(AGENT.get("/console/nada").statusCode()).isEqualTo(404);
  }

  private static List<String> links(String page) {
    return LINK.matcher(page).results().map(it -> it.group(1)).toList();
  }

  /// An item of a thread on the page.
  private record Shown(String id, long at) {}

  private static List<Shown> items(String part) {
    return ITEM.matcher(part)
        .results()
        .map(it -> new Shown(it.group(1), Long.parseLong(it.group(2))))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String oldest(String part) {
    var found = OLDEST.matcher(part);
    return found.find() ? found.group(1) : "";
  }

  private static void tag(Customer customer, String tag) {
    act(customer, new CrmAction.AddTags(List.of(tag)));
  }

  private static void note(Customer customer, String body) {
    act(customer, new CrmAction.AddComment(body));
  }

  private static void act(Customer customer, CrmAction action) {
    RunningApplication.shared()
        .bean(Desk.class)
        .apply(
            new CrmRequest(
                id(),
                customer.contact().workspace(),
                customer.contact().id(),
                Author.BOT,
                "test",
                List.of(action)));
  }

  private static List<?> files(Customer customer) {
    var contact = customer.contact();
    var export = contacts().export(contact.workspace(), contact.id());
    return (List<?>) Objects.requireNonNull(export.get("files"));
  }

  private static Drafts drafts() {
    return RunningApplication.shared().bean(Drafts.class);
  }

  private static long workspace() {
    return RunningApplication.shared().bean(Workspaces.class).first("Relevo").id().value();
  }

  private static boolean floorIsBots(Customer customer) {
    return RunningApplication.shared()
        .bean(Floor.class)
        .read(customer.contact().id())
        .orElseThrow()
        .botHasFloor();
  }

  private static Contacts contacts() {
    return RunningApplication.shared().bean(Contacts.class);
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }
}
