package dev.relevo.knowledge.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// Why a file cannot become a matrix: where it lies, and what is wrong there.
///
/// @param place sheet, row and column as the person sees them
/// @param key the sentence in `problems_*.properties`
/// @param arguments what the sentence names, such as the text found there
public record Problem(Place place, String key, List<String> arguments) {

  /// How much of a cell a sentence quotes, in code points.
  private static final int LONGEST_QUOTE = 60;

  private static final String BUNDLE = "dev.relevo.knowledge.matrix.problems";

  public Problem {
    arguments = arguments.stream().map(Problem::shortened).toList();
  }

  static Problem at(Place place, String key, Object... arguments) {
    return new Problem(place, key, Arrays.stream(arguments).map(String::valueOf).toList());
  }

  /// One clear sentence in that language, with the place in front; Spanish, English and Portuguese
  /// are known, English is used otherwise.
  public String in(Locale language) {
    var words =
        ResourceBundle.getBundle(
            BUNDLE,
            Locale.of(language.getLanguage()),
            Problem.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    var where = place.in(words);
    var what = filled(words.getString(key), arguments);
    return where.isEmpty() ? what : where + ": " + what;
  }

  static String filled(String sentence, List<String> arguments) {
    var filled = new StringBuilder();
    int at = 0;
    while (at < sentence.length()) {
      int hole = sentence.indexOf('{', at);
      if (hole < 0) {
        break;
      }
      filled.append(sentence, at, hole);
      filled.append(arguments.get(Character.digit(sentence.charAt(hole + 1), 10)));
      at = hole + 3;
    }
    return filled.append(sentence.substring(at)).toString();
  }

  private static String shortened(String text) {
    var line = Wording.line(text);
    if (line.codePointCount(0, line.length()) <= LONGEST_QUOTE) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE - 1)) + "…";
  }

  /// Where in a file something lies.
  ///
  /// @param sheet the sheet's name; empty for CSV, or for the whole file
  /// @param row the row, counted from 1 with the header; 0 for the whole sheet
  /// @param column the column's header; empty for the whole row
  /// @param letter the column's letter, as a spreadsheet shows it; empty with the column
  public record Place(String sheet, int row, String column, String letter) {

    static final Place FILE = new Place("", 0, "", "");

    static Place sheet(String sheet) {
      return new Place(sheet, 0, "", "");
    }

    static Place row(String sheet, int row) {
      return new Place(sheet, row, "", "");
    }

    /// A cell; columns are counted from 0.
    static Place cell(String sheet, int row, String column, int index) {
      return new Place(sheet, row, shortened(column), letters(index));
    }

    static String letters(int index) {
      var letters = new StringBuilder();
      for (int rest = index; rest >= 0; rest = rest / 26 - 1) {
        letters.insert(0, (char) ('A' + rest % 26));
      }
      return letters.toString();
    }

    String in(ResourceBundle words) throws MissingResourceException {
      var parts = new ArrayList<String>();
      if (!sheet.isEmpty()) {
        parts.add(filled(words.getString("place.sheet"), List.of(sheet)));
      }
      if (row > 0) {
        parts.add(filled(words.getString("place.row"), List.of(Integer.toString(row))));
      }
      if (!letter.isEmpty()) {
        var name = column.isEmpty() ? "place.column.unnamed" : "place.column";
        parts.add(filled(words.getString(name), List.of(letter, column)));
      }
      var place = String.join(", ", parts);
      return place.isEmpty() ? "" : Character.toUpperCase(place.charAt(0)) + place.substring(1);
    }
  }
}
