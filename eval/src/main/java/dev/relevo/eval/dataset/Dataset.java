package dev.relevo.eval.dataset;

import dev.relevo.knowledge.matrix.Matrix;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A matrix and the questions it is asked.
///
/// @param name for people; a set read from a folder has the folder's name
public record Dataset(String name, Matrix matrix, List<Case> cases) {

  public Dataset {
    cases = List.copyOf(cases);
  }

  /// Reads a matrix file and a test file.
  ///
  /// @throws DatasetUnreadable with one sentence that names the file and the place in it
  public static Dataset read(Path matrix, Path test) {
    return new Dataset(name(test), matrix(matrix), TestFile.read(test));
  }

  /// A file whose first line names `row_id` is short; any other is read as the console imports it.
  private static Matrix matrix(Path file) {
    return Table.firstLine(file).contains("row_id")
        ? ShortMatrix.read(file)
        : FullMatrix.read(file);
  }

  private static String name(Path test) {
    var folder = test.toAbsolutePath().normalize().getParent();
    var last = folder == null ? null : folder.getFileName();
    return last == null ? test.toString() : last.toString();
  }

  /// Reads every folder under the given one that holds `matrix.csv` and `test.csv`, by name.
  ///
  /// @throws DatasetUnreadable when there is none, or one cannot be read
  public static List<Dataset> readAll(Path folder) {
    try (var entries = Files.list(folder)) {
      var sets =
          entries
              .filter(entry -> Files.exists(entry.resolve("matrix.csv")))
              .filter(entry -> Files.exists(entry.resolve("test.csv")))
              .sorted()
              .map(entry -> read(entry.resolve("matrix.csv"), entry.resolve("test.csv")))
              .toList();
      if (sets.isEmpty()) {
        throw new DatasetUnreadable(
            folder + " has no folder with matrix.csv and test.csv in it; name another folder.");
      }
      return sets;
    } catch (java.io.IOException exception) {
      throw new DatasetUnreadable(folder + " is not a folder that can be read.", exception);
    }
  }
}
