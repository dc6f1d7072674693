package dev.relevo.bot.copilot;

import dev.relevo.bot.fact.Fact;
import dev.relevo.bot.fact.Facts;
import dev.relevo.bot.fact.Masking;
import dev.relevo.bot.llm.Account;
import dev.relevo.bot.llm.Answer;
import dev.relevo.bot.llm.Ask;
import dev.relevo.bot.llm.LanguageModel;
import dev.relevo.bot.pace.Deadline;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Has a model write a text in one call, and holds it to what may stand in it. No tools.
@Component
final class Scribe {

  private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}&&[^\\n]]");
  private static final Pattern FENCE = Pattern.compile("(?s)\\A```\\w*\\n(.*?)\\n?```\\z");
  private static final Pattern QUOTES = Pattern.compile("(?s)\\A[\"“«](.*)[\"”»]\\z");

  private final LanguageModel model;

  Scribe(LanguageModel model) {
    this.model = model;
  }

  /// What is to be written.
  ///
  /// @param message the customer's message whose turn waits for it; empty when none does
  /// @param page what the model reads
  /// @param masking the page's
  /// @param stated what the text may state
  record Order(
      Chat chat,
      Account.Purpose purpose,
      Optional<MessageId> message,
      Page page,
      Masking masking,
      List<Fact> stated) {}

  boolean canWrite(WorkspaceId workspace) {
    return model.connected(workspace);
  }

  Help write(Order order, Deadline deadline) {
    var manner = order.chat().assistant().manner();
    var ask =
        new Ask(
            account(order),
            order.page().lines(),
            List.of(),
            Optional.empty(),
            manner.temperature(),
            manner.bounds().answerTokens(),
            deadline);
    return switch (model.ask(ask)) {
      case Answer.NotAsked(var reason) -> new Help.None(Why.of(reason));
      case Answer.Failed(var fault, _) -> new Help.None(Why.of(fault));
      case Answer.Said said -> checked(order, plain(order.masking().restore(said.text())));
    };
  }

  private static Help checked(Order order, String text) {
    if (text.isBlank()) {
      return new Help.None(Why.FAILED);
    }
    return Masking.MARK.matcher(text).find()
            || Facts.unfounded(text, order.stated()).isPresent()
            || order.page().isLetOutBy(text)
        ? new Help.None(Why.UNFOUNDED)
        : new Help.Written(text);
  }

  private static Account account(Order order) {
    var chat = order.chat();
    return new Account(
        chat.contact().workspace(),
        chat.assistant(),
        order.purpose(),
        Optional.of(chat.contact().id()),
        chat.conversation(),
        order.message());
  }

  /// Without what models put around their words.
  private static String plain(String text) {
    var bare = HIDDEN.matcher(text.replace("\r\n", "\n")).replaceAll("").strip();
    bare = FENCE.matcher(bare).replaceFirst("$1").strip();
    return QUOTES.matcher(bare).replaceFirst("$1").strip();
  }
}
