package dev.relevo.knowledge.gap;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The draft of the matrix, as far as gaps are filled in it.
public interface Editing {

  /// Adds a row that has a question and no published answer yet.
  ///
  /// @return the new row's id
  String addRow(long workspace, By by, NewRow row);

  /// Adds ways to ask to a row; those it has already are left out. Empty when the row is gone.
  Optional<String> addVariants(long workspace, By by, String row, List<String> variants);

  /// Rows of the draft whose id, questions or answer hold the words, at most `limit`.
  List<Found> search(long workspace, String words, int limit);

  /// The member who does it.
  ///
  /// @param member their number
  record By(long member, String name) {}

  /// A row to be.
  ///
  /// @param suggestion what a person answered; empty when nobody did. An editor still has to look
  ///   at it
  record NewRow(Locale language, String question, List<String> variants, String suggestion) {
    public NewRow {
      variants = List.copyOf(variants);
    }
  }

  /// A row of the draft.
  record Found(String row, String question, String answer) {}
}
