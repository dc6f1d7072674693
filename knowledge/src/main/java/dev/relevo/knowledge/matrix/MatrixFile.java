package dev.relevo.knowledge.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The matrix as a file: the door for reading and writing CSV and XLSX.
///
/// Reading takes files as people make them: UTF-8 CSV separated by comma, semicolon or tab, or an
/// Excel workbook; headers in Spanish, English or Portuguese in any order, only question and answer
/// needed. All of a file is imported or nothing, and every reason is named by sheet, row and
/// column. A file that was written here is read back equal.
public final class MatrixFile {

  private MatrixFile() {}

  /// The kinds of file that are written.
  public enum Format {
    CSV("csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String extension;
    private final String mediaType;

    Format(String extension, String mediaType) {
      this.extension = extension;
      this.mediaType = mediaType;
    }

    /// The end of a file's name, without the dot.
    public String extension() {
      return extension;
    }

    /// What an HTTP answer calls it.
    public String mediaType() {
      return mediaType;
    }
  }

  /// The most megabytes of a file that is read. As with rows, it depends on the memory that this
  /// process may use, up to 50 MB and 120,000 rows.
  public static int mostMegabytes() {
    return Limits.DEFAULT.megabytes();
  }

  /// The most rows of a file that is read.
  public static int mostRows() {
    return Limits.DEFAULT.rows();
  }

  /// Reads a file of either kind; which one it is, is seen from its content. At most
  /// [#mostMegabytes()] are taken from the stream, which is not closed.
  ///
  /// @param defaultLanguage the language of rows that name none
  public static MatrixImport read(InputStream file, Locale defaultLanguage) throws IOException {
    return read(file, defaultLanguage, Limits.DEFAULT);
  }

  static MatrixImport read(InputStream file, Locale defaultLanguage, Limits limits)
      throws IOException {
    return read(file.readNBytes(limits.bytes() + 1), defaultLanguage, limits);
  }

  /// Reads a file of either kind.
  ///
  /// @param defaultLanguage the language of rows that name none
  public static MatrixImport read(byte[] file, Locale defaultLanguage) {
    return read(file, defaultLanguage, Limits.DEFAULT);
  }

  static MatrixImport read(byte[] file, Locale defaultLanguage, Limits limits) {
    return switch (tables(file, limits)) {
      case Table.Reading.Refused(var problem) -> Problems.rejected(problem);
      case Table.Reading.Read(var tables) ->
          matrix(tables, new Settings(defaultLanguage, limits, false));
    };
  }

  /// Writes all columns of all rows. Cells that a spreadsheet would take for a formula are guarded
  /// by an apostrophe.
  ///
  /// @param language of the headers and of words such as yes and no: Spanish, Portuguese, otherwise
  ///   English; it also chooses what separates CSV columns, as Excel does: a semicolon in Spanish
  ///   and Portuguese, else a comma
  /// @throws IllegalArgumentException if a cell would hold more than the 32,767 characters a
  ///   spreadsheet can
  public static byte[] write(Matrix matrix, Format format, Locale language) {
    var sheet = MatrixSheet.of(matrix, language);
    return switch (format) {
      case CSV -> sheet.csv();
      case XLSX -> sheet.xlsx();
    };
  }

  private static Table.Reading tables(byte[] file, Limits limits) {
    if (file.length > limits.bytes()) {
      return Table.Reading.refused("file.large", limits.megabytes());
    }
    if (UnicodeText.startsWith(file, 'P', 'K')) {
      return new XlsxTable(limits).read(file);
    }
    if (UnicodeText.startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
      return Table.Reading.refused("file.old-excel");
    }
    return new CsvTable(limits).read(file);
  }

  /// Reads a table that people are still working on.
  static MatrixImport readWorkingCopy(Table table, Locale defaultLanguage) {
    var limits = Limits.DEFAULT.withRows(MatrixCells.MOST_ROWS);
    return matrix(List.of(table), new Settings(defaultLanguage, limits, true));
  }

  private static MatrixImport matrix(List<Table> tables, Settings settings) {
    for (int at = 0; at < tables.size(); at++) {
      var header = HeaderRow.of(tables.get(at));
      if (header.isPresent()) {
        var others = new ArrayList<>(tables.stream().map(Table::sheet).toList());
        others.remove(at);
        return matrix(tables.get(at), header.get(), others, settings);
      }
    }
    var empty = tables.stream().allMatch(table -> table.lines().isEmpty());
    return Problems.rejected(
        Problem.at(Problem.Place.FILE, empty ? "file.empty" : "file.no-header"));
  }

  /// @param working whether people are still at it: a line without id and question is none yet
  private record Settings(Locale defaultLanguage, Limits limits, boolean working) {

    boolean takes(HeaderRow header, Table.Line line) {
      return header.isUsedBy(line)
          && !(working
              && header.text(Column.ID, line).isBlank()
              && header.text(Column.QUESTION, line).isBlank());
    }
  }

  private static MatrixImport matrix(
      Table table, HeaderRow header, List<String> otherSheets, Settings settings) {
    var problems = settings.working() ? Problems.ofWorkingCopy() : new Problems();
    header.checkForDoubles(problems);
    var parser = new RowParser(header, settings.defaultLanguage(), settings.limits(), problems);
    var parsed = new ArrayList<RowParser.Parsed>();
    var place = Problem.Place.sheet(table.sheet());
    int phrases = 0;
    for (var line : table.lines().subList(header.at() + 1, table.lines().size())) {
      if (settings.takes(header, line) && phrases <= settings.limits().phrases()) {
        parsed.add(parser.parse(line));
        phrases += 1 + parsed.getLast().row().variants().size();
      }
    }
    if (phrases > settings.limits().phrases()) {
      problems.add(place, "file.phrases", settings.limits().phrases());
    } else if (parsed.isEmpty()) {
      problems.add(place, "sheet.no-rows");
    } else if (parsed.size() > settings.limits().rows()) {
      problems.add(place, "file.rows", settings.limits().rows());
    } else {
      new MatrixChecks(header, problems).check(parsed);
    }
    if (!problems.isEmpty()) {
      return problems.rejected();
    }
    var rows = parsed.stream().map(RowParser.Parsed::row).toList();
    var lines = parsed.stream().map(it -> it.line().number()).toList();
    return new MatrixImport.Imported(new Matrix(rows), lines, header.ignored(table), otherSheets);
  }
}
