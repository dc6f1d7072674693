package dev.relevo.bot.responder.matrix;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.retriever.Aim;
import dev.relevo.knowledge.retriever.TrainedRetriever;
import java.util.Locale;

/// A published version as it is used on a day.
///
/// @param matrix only the rows used on that day
record Trained(int version, Matrix matrix, TrainedRetriever retriever) {

  boolean speaks(Locale language) {
    return matrix.rows().stream()
        .anyMatch(it -> it.language().getLanguage().equals(language.getLanguage()));
  }

  /// The same with the threshold of another aim.
  Trained aiming(Aim aim) {
    return new Trained(version, matrix, retriever.aiming(aim));
  }
}
