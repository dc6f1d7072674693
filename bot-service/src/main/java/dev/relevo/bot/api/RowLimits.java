package dev.relevo.bot.api;

import java.util.List;

/// What a row may hold when it comes by the API; the description and `docs/api.md` say the same.
final class RowLimits {

  static final int ID = 64;
  static final int LANGUAGE = 35;

  /// A category, a topic, a team, a field.
  static final int NAME = 200;

  static final int QUESTION = 1_000;
  static final int VARIANTS = 500;

  /// All variants together, so that they fit into a spreadsheet's cell.
  static final int VARIANTS_TOGETHER = 16_000;

  static final int ANSWER = 2_000;
  static final int CHANNELS = 20;
  static final int BUTTONS = 10;
  static final int LABEL = 20;
  static final int URL = 2_000;
  static final int FOLLOW_UP_SECONDS = 86_400;
  static final int TAGS = 50;
  static final int TAG = 255;
  static final int NOTES = 5_000;

  /// Rows in one request.
  static final int BATCH = 500;

  /// Members that only we set. They may come back with the rest, and say nothing.
  static final List<String> OURS = List.of("state", "revision", "changedAt", "changedBy", "href");

  private RowLimits() {}
}
