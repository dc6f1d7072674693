package dev.relevo.knowledge.matrix;

import java.util.List;

/// One sheet as text, before anybody knows what its columns mean.
///
/// @param sheet its name; empty for CSV
/// @param lines from the top, without empty ones
record Table(String sheet, List<Line> lines) {

  Table {
    lines = List.copyOf(lines);
  }

  /// @param number as the person sees it, from 1
  /// @param cells from column A on; empty where nothing stands
  record Line(int number, List<String> cells) {

    Line {
      int width = cells.size();
      while (width > 0 && cells.get(width - 1).isEmpty()) {
        width--;
      }
      cells = List.copyOf(cells.subList(0, width));
    }

    String cell(int index) {
      return index < cells.size() ? cells.get(index) : "";
    }

    boolean isBlank() {
      return cells.stream().allMatch(String::isBlank);
    }
  }

  /// What became of a file's bytes.
  sealed interface Reading {

    /// The visible sheets, in order.
    record Read(List<Table> tables) implements Reading {
      public Read {
        tables = List.copyOf(tables);
      }
    }

    /// The file cannot be read at all.
    record Refused(Problem problem) implements Reading {}

    static Reading refused(String key, Object... arguments) {
      return new Refused(Problem.at(Problem.Place.FILE, key, arguments));
    }
  }
}
