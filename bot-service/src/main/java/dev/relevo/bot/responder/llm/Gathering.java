package dev.relevo.bot.responder.llm;

import dev.relevo.bot.responder.Asking;
import dev.relevo.bot.responder.Decision;
import dev.relevo.crm.workspace.Language;
import dev.relevo.knowledge.document.Passage;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.retriever.Explanation;
import dev.relevo.knowledge.retriever.Hit;
import dev.relevo.knowledge.retriever.Retrieval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/// Gathers what a question may be answered from: rows that came close, in force today, and passages
/// of documents.
final class Gathering {

  private static final int ROWS = 6;
  private static final int PASSAGES = 4;

  /// So many rows stand before the first passage.
  private static final int ROWS_FIRST = 3;

  /// What a row fills in for one customer only.
  private static final Pattern VARIABLE =
      Pattern.compile(
          "(?:\\{\\{\\s*)?\\$(?:contact|assignee|system)\\.[a-z0-9_]+(?:\\|\"[^\"]*\")?(?:\\s*\\}\\})?");

  /// What a row or page hides from its readers, it hides from the model too.
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?(?:-->|$)");

  private final Passages passages;

  Gathering(Passages passages) {
    this.passages = passages;
  }

  /// The best first.
  ///
  /// @param looked what looking the question up in the matrix gave
  List<Source> of(Asking asking, Decision looked, String question, Language language) {
    var rows = rows(asking, looked);
    var found =
        passages.of(asking.workspace(), question, language, PASSAGES).stream()
            .map(it -> source(it.passage()))
            .toList();
    var all = new ArrayList<>(rows.subList(0, Math.min(ROWS_FIRST, rows.size())));
    all.addAll(found);
    all.addAll(rows.subList(Math.min(ROWS_FIRST, rows.size()), rows.size()));
    return all;
  }

  /// Each once, the first ones first.
  static List<Source> together(List<Source> first, List<Source> second) {
    var all = new LinkedHashMap<String, Source>();
    first.forEach(it -> all.putIfAbsent(it.id(), it));
    second.forEach(it -> all.putIfAbsent(it.id(), it));
    return List.copyOf(all.values());
  }

  private static List<Source> rows(Asking asking, Decision looked) {
    return looked.retrieval().stream()
        .flatMap(it -> why(it).candidates().stream())
        .map(Hit::row)
        .filter(it -> it.isAnswerable() && !it.handoff())
        .limit(ROWS)
        .map(it -> source(it, asking.channelType()))
        .toList();
  }

  private static Explanation why(Retrieval retrieval) {
    return switch (retrieval) {
      case Retrieval.Found(_, var why) -> why;
      case Retrieval.Several(_, var why) -> why;
      case Retrieval.Nothing(var why) -> why;
    };
  }

  private static Source source(Row row, String channelType) {
    var answers = row.answersByChannel().getOrDefault(channelType, row.answer());
    var end = answers.indexOf("||");
    var answer = end < 0 ? answers : answers.substring(0, end);
    return row(row, VARIABLE.matcher(answer).replaceAll("").strip());
  }

  /// A row with the words it is answered with.
  static Source row(Row row, String words) {
    return new Source(Source.ROW + row.id().value(), row.question(), shown(words), "");
  }

  private static Source source(Passage passage) {
    return new Source(
        Source.PASSAGE + passage.id(), passage.path(), shown(passage.words()), passage.citation());
  }

  private static String shown(String words) {
    return COMMENT.matcher(words).replaceAll("").strip();
  }
}
