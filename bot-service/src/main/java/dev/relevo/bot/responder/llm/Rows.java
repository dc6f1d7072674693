package dev.relevo.bot.responder.llm;

import dev.relevo.bot.responder.Decision;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.retriever.Retrieval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers of rows, read and worded anew, with the reasons for them.
final class Rows {

  private Rows() {}

  /// The row that was found by its words, not picked.
  static Optional<Row> found(Decision decision) {
    return decision
        .retrieval()
        .flatMap(it ->
            it instanceof Retrieval.Found(var hit, _) ? Optional.of(hit.row()) : Optional.empty());
  }

  /// What an answer says in words; empty text when it only shows a file.
  static String words(Outcome.Reply reply) {
    return reply.contents().stream()
        .map(Rows::words)
        .filter(it -> !it.isBlank())
        .findFirst()
        .orElse("");
  }

  private static String words(Content content) {
    return switch (content) {
      case Content.Text _, Content.Choice _ -> content.words();
      case Content.Picked _,
          Content.Media _,
          Content.Place _,
          Content.Cards _,
          Content.Reaction _,
          Content.Order _,
          Content.Form _,
          Content.Template _,
          Content.Notice _,
          Content.Unsupported _ ->
          "";
    };
  }

  /// The same answer in other words; files, options and what is done stay.
  static Outcome.Reply worded(Outcome.Reply reply, String words, List<Grounds.Citation> cited) {
    var contents = new ArrayList<>(reply.contents());
    for (int i = 0; i < contents.size(); i++) {
      if (!words(contents.get(i)).isBlank()) {
        contents.set(
            i,
            contents.get(i) instanceof Content.Choice(_, var options)
                ? new Content.Choice(words, options)
                : new Content.Text(words));
        break;
      }
    }
    return new Outcome.Reply(
        contents,
        reply.later(),
        with(reply.grounds(), reply.grounds().decision(), "worded by the model", cited),
        reply.actions());
  }

  /// The same answer with one more remark for agents.
  static Outcome.Reply remarked(Outcome.Reply reply, String remark) {
    return new Outcome.Reply(
        reply.contents(),
        reply.later(),
        with(reply.grounds(), reply.grounds().decision(), remark, List.of()),
        reply.actions());
  }

  /// The reasons of what was decided so far, with what came after.
  static Grounds grounds(Decision soFar, String word, String remark, List<Grounds.Citation> cited) {
    var before =
        switch (soFar.outcome()) {
          case Outcome.Fallback(var grounds, _) -> grounds;
          case Outcome.Reply reply -> reply.grounds();
          case Outcome.Offer(_, var grounds, _) -> grounds;
          case Outcome.Handoff _, Outcome.Silence _, Outcome.Failure _ ->
              new Grounds(word, "", 0, 0, 0, List.of(), List.of());
        };
    return with(before, word, remark, cited);
  }

  private static Grounds with(
      Grounds grounds, String word, String remark, List<Grounds.Citation> cited) {
    var reasons = new ArrayList<>(grounds.reasons());
    reasons.add(remark);
    return new Grounds(
        word,
        grounds.row(),
        grounds.version(),
        grounds.score(),
        grounds.threshold(),
        grounds.candidates(),
        reasons,
        cited);
  }
}
