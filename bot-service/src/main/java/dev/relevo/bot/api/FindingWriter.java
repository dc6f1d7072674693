package dev.relevo.bot.api;

import dev.relevo.crm.workspace.Language;
import dev.relevo.knowledge.check.Finding;
import dev.relevo.knowledge.check.Finding.Kind;
import dev.relevo.knowledge.matrix.RowId;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes what a check found: in which row and field, and one sentence.
final class FindingWriter {

  /// How many findings are listed.
  static final int MOST = 100;

  private FindingWriter() {}

  static ObjectNode written(Finding finding, Language language) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("row", finding.row().value());
    json.put("column", column(finding.kind()));
    json.put("code", code(finding.kind()));
    json.put("detail", finding.in(language.locale()));
    json.put("other", finding.other().map(RowId::value).orElse(null));
    return json;
  }

  static String code(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The row's field that is to be looked at.
  private static String column(Kind kind) {
    return switch (kind) {
      case EMPTY_QUESTION -> "question";
      case SAME_VARIANT, CONFUSABLE, NOT_FOUND, TEST_FAILED, TEST_OFF -> "variants";
      case LONG_ANSWER, EMPTY_ANSWER -> "answer";
      case UNKNOWN_TARGET, UNANSWERED_TARGET, TOO_MANY_BUTTONS, ALIKE_BUTTONS -> "buttons";
      case DAYS_ORDER -> "validUntil";
      case UNREACHABLE_ATTACHMENT -> "attachment";
    };
  }
}
