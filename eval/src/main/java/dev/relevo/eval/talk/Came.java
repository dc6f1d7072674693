package dev.relevo.eval.talk;

import dev.relevo.bot.responder.Options;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.conversation.Message;
import dev.relevo.eval.dataset.Dialogue.Expected;
import dev.relevo.knowledge.matrix.RowId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What came of a message.
///
/// @param outcome the turn's word: `REPLY`, `OFFER`, `FALLBACK`, `HANDOFF misses`, …
/// @param said what the bot said, in order
public record Came(String outcome, List<Message> said) {

  public Came {
    said = List.copyOf(said);
  }

  /// What it is in the words of dialogues.
  public Expected kind() {
    return switch (outcome.split(" ", -1)[0]) {
      case "HANDOFF" -> Expected.HANDED_OFF;
      case "FALLBACK" -> Expected.ABSTAINED;
      case "OFFER" -> Expected.OFFERED;
      case "REPLY" -> replied();
      default -> Expected.SILENT;
    };
  }

  private Expected replied() {
    if (grounds().anyMatch(it -> it.decision().equals("clarify"))) {
      return Expected.CLARIFIED;
    }
    return grounds().anyMatch(it -> !it.citations().isEmpty()) ? Expected.GROUNDED : Expected.ROW;
  }

  /// The rows that were answered, cited or offered.
  public List<RowId> rows() {
    var rows = new ArrayList<RowId>();
    grounds().map(Grounds::row).filter(it -> !it.isEmpty()).map(RowId::new).forEach(rows::add);
    grounds()
        .flatMap(it -> it.citations().stream())
        .flatMap(it -> it.row().stream())
        .map(RowId::new)
        .forEach(rows::add);
    if (kind() == Expected.OFFERED) {
      said.stream()
          .map(Message::content)
          .filter(Content.Choice.class::isInstance)
          .flatMap(it -> ((Content.Choice) it).options().stream())
          .flatMap(it -> Options.row(it.id()).stream())
          .forEach(rows::add);
    }
    return rows.stream().distinct().toList();
  }

  /// Everything the customer reads of it.
  public List<String> words() {
    return said.stream().map(it -> words(it.content())).toList();
  }

  private Stream<Grounds> grounds() {
    return said.stream().flatMap(it -> it.grounds().stream());
  }

  private static String words(Content content) {
    return switch (content) {
      case Content.Text(var body) -> body;
      case Content.Choice(var body, var options) ->
          body + "\n" + String.join("\n", options.stream().map(Content.Option::label).toList());
      default -> content.toString();
    };
  }
}
