package dev.relevo.knowledge.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/// Reads the visible sheets of an XLSX workbook as text: numbers as people write them, dates as ISO
/// dates, formulas as the value they last had.
final class XlsxTable {

  /// More than a double's: only crafted numbers have so many, and would fill the memory with them.
  private static final int MOST_ZEROS = 400;

  private final Limits limits;

  XlsxTable(Limits limits) {
    this.limits = limits;
  }

  Table.Reading read(byte[] bytes) {
    return switch (new Workbook(limits).check(bytes)) {
      case Workbook.Checked.Safe(var workbook, var hasStyles) -> readSafe(workbook, hasStyles);
      case Workbook.Checked.TooLarge() -> Table.Reading.refused("file.inflated");
      case Workbook.Checked.Damaged() -> Table.Reading.refused("file.damaged");
    };
  }

  private Table.Reading readSafe(InputStream safe, boolean hasStyles) {
    try (var workbook = new ReadableWorkbook(safe, new ReadingOptions(hasStyles, true))) {
      var tables = new ArrayList<Table>();
      for (var sheet : workbook.getSheets().toList()) {
        if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
          tables.add(table(sheet));
        }
      }
      return new Table.Reading.Read(tables);
    } catch (TooMuch e) {
      return new Table.Reading.Refused(e.problem);
    } catch (IOException | RuntimeException damaged) {
      // The library throws whatever it stumbles over in a workbook that is none.
      return Table.Reading.refused("file.damaged");
    }
  }

  private Table table(Sheet sheet) throws IOException {
    var lines = new ArrayList<Table.Line>();
    try (var rows = sheet.openStream()) {
      // Where a workbook numbers no rows, the library counts them from 0.
      int missing = 0;
      for (var each = rows.iterator(); each.hasNext(); ) {
        var row = each.next();
        missing = row.getRowNum() == 0 ? 1 : missing;
        var line = line(sheet, row, row.getRowNum() + missing);
        if (!line.isBlank()) {
          lines.add(line);
        }
        if (lines.size() > limits.rows() + HeaderRow.WITHIN) {
          throw new TooMuch(Problem.Place.sheet(name(sheet)), "file.rows", limits.rows());
        }
      }
    }
    return new Table(name(sheet), lines);
  }

  private Table.Line line(Sheet sheet, org.dhatim.fastexcel.reader.Row row, int number) {
    var cells = new ArrayList<String>();
    for (int index = 0; index < row.getCellCount(); index++) {
      var text = row.getOptionalCell(index).map(XlsxTable::text).orElse("");
      if (index < limits.columns()) {
        cells.add(text);
      } else if (!text.isBlank()) {
        var place = Problem.Place.cell(name(sheet), number, "", index);
        throw new TooMuch(place, "file.columns", limits.columns());
      }
    }
    return new Table.Line(number, cells);
  }

  /// The library gives null where a workbook gives none.
  private static String name(Sheet sheet) {
    return Optional.ofNullable(sheet.getName()).orElse("");
  }

  private static String text(Cell cell) {
    return switch (cell.getValue()) {
      case null -> "";
      case BigDecimal number -> number(cell, number);
      case LocalDateTime date -> date.toLocalDate().toString();
      case Object value -> cell.getType() == CellType.FORMULA ? raw(cell) : value.toString();
    };
  }

  private static String raw(Cell cell) {
    var raw = cell.getRawValue();
    return raw == null ? "" : raw;
  }

  private static String number(Cell cell, BigDecimal number) {
    if (isDate(cell)) {
      return cell.asDate().toLocalDate().toString();
    }
    var exact = number.stripTrailingZeros();
    return Math.abs((long) exact.scale()) > MOST_ZEROS ? exact.toString() : exact.toPlainString();
  }

  private static boolean isDate(Cell cell) {
    var format = cell.getDataFormatString();
    if (format == null || cell.getType() != CellType.NUMBER) {
      return false;
    }
    var plain = format.replaceAll("\\[[^\\]]*\\]|\"[^\"]*\"|\\\\.", "").toLowerCase(Locale.ROOT);
    return plain.contains("d") || plain.contains("yy");
  }

  private static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    TooMuch(Problem.Place place, String key, int limit) {
      problem = Problem.at(place, key, limit);
    }
  }
}
