package dev.relevo.eval.talk;

import dev.relevo.bot.TestBot;
import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.assistant.Assistants;
import dev.relevo.bot.assistant.Manner;
import dev.relevo.bot.responder.Sureness;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.contact.Field;
import dev.relevo.crm.contact.FieldType;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.workspace.Guards;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Workspace;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.document.Documents;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.retriever.Aim;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A business with the shipped bot on a PostgreSQL of its own: a matrix, documents, an assistant.
/// Customers write as fast as they like.
public final class Business implements AutoCloseable {

  /// As shipped, but for guards that would take our haste for another bot's.
  private static final Guards PATIENT =
      new Guards(1000, 1000, 100, 1000, 1000, 3, Duration.ofSeconds(12), Duration.ofHours(24));

  private final TestBot bot;
  private final Member member;

  private Business(TestBot bot, Member member) {
    this.bot = bot;
    this.member = member;
  }

  /// Opens in one language with one assistant; returns when questions are answered from the matrix.
  public static Business open(Language language, Matrix matrix, Endpoint model, Manner manner) {
    var bot = TestBot.shipped(model.settings());
    var business = new Business(bot, bot.aMember());
    bot.settings(it -> patient(it, language));
    business.employ(manner);
    var version = business.publish(matrix);
    TestBot.await("the matrix", () -> business.answersFrom() == version);
    return business;
  }

  private void employ(Manner manner) {
    var plain = Assistant.plain(bot.workspace());
    bot.bean(Assistants.class)
        .save(
            new Assistant(
                plain.id(),
                plain.workspace(),
                plain.name(),
                true,
                plain.channels(),
                plain.engine(),
                plain.speaks(),
                manner),
            member.id());
  }

  private int publish(Matrix matrix) {
    return bot.bean(Matrices.class)
        .publish(bot.workspace().value(), matrix, "eval", "", Instant.now());
  }

  private int answersFrom() {
    return bot.bean(Sureness.class)
        .of(bot.workspace(), Aim.USUAL)
        .map(Sureness.Told::version)
        .orElse(0);
  }

  /// Custom fields of contacts, in text.
  public Business keeping(Collection<String> fields) {
    fields.forEach(it ->
        bot.bean(Contacts.class)
            .defineField(bot.workspace(), new Field(it, it, FieldType.TEXT, List.of())));
    return this;
  }

  /// Documents by name, read at once.
  public Business reading(Map<String, String> documents) {
    var shelf = bot.bean(Documents.class);
    documents.forEach((name, text) ->
        shelf.addFile(
            bot.workspace().value(), name, text.getBytes(StandardCharsets.UTF_8), "eval"));
    while (shelf.readNext()) {
      // One after the other.
    }
    return this;
  }

  /// Another business on the same server, with a matrix of its own.
  public Business beside(String name, Matrix matrix) {
    var other = bot.bean(Workspaces.class).create(name);
    bot.bean(Matrices.class).publish(other.id().value(), matrix, "eval", "", Instant.now());
    return this;
  }

  /// Somebody new writes.
  public Talk talk(String name) {
    var customer = bot.aCustomer(Optional.of(name).filter(it -> !it.isBlank()), Optional.empty());
    return new Talk(bot, member, customer);
  }

  TestBot bot() {
    return bot;
  }

  @Override
  public void close() {
    bot.close();
  }

  private static Workspace patient(Workspace workspace, Language language) {
    return new Workspace(
        workspace.id(),
        workspace.name(),
        workspace.zone(),
        language,
        workspace.switches(),
        PATIENT,
        workspace.texts(),
        workspace.remindAfter(),
        workspace.keepConversations(),
        workspace.curation(),
        workspace.agentHelp(),
        workspace.createdAt());
  }
}
