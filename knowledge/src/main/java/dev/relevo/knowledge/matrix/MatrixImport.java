package dev.relevo.knowledge.matrix;

import java.util.List;

/// What became of a file that was to be a matrix: all of it, or nothing.
public sealed interface MatrixImport {

  /// The whole file was understood.
  ///
  /// @param matrix its rows
  /// @param lines the line each row stands on, as a person counts them
  /// @param ignoredColumns the headers (or letters) of columns that were left out
  /// @param ignoredSheets the names of sheets that were left out
  record Imported(
      Matrix matrix, List<Integer> lines, List<String> ignoredColumns, List<String> ignoredSheets)
      implements MatrixImport {
    public Imported {
      lines = List.copyOf(lines);
      ignoredColumns = List.copyOf(ignoredColumns);
      ignoredSheets = List.copyOf(ignoredSheets);
    }
  }

  /// Nothing was imported.
  ///
  /// @param problems what to put right, in the file's order, at most 100
  /// @param more how many further problems are not listed
  record Rejected(List<Problem> problems, int more) implements MatrixImport {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
