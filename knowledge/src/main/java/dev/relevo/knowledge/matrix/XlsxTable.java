package dev.relevo.knowledge.matrix;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/// Reads the visible sheets of an XLSX workbook as text: numbers as people write them, dates as ISO
/// dates, formulas as the value they last had.
final class XlsxTable {

  private final Limits limits;

  XlsxTable(Limits limits) {
    this.limits = limits;
  }

  Table.Reading read(byte[] bytes) {
    return switch (new Workbook(limits).check(bytes)) {
      case Workbook.Checked.Safe(var workbook) -> readSafe(workbook);
      case Workbook.Checked.TooLarge() -> Table.Reading.refused("file.inflated");
      case Workbook.Checked.Damaged() -> Table.Reading.refused("file.damaged");
    };
  }

  private Table.Reading readSafe(byte[] bytes) {
    try (var workbook =
        new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true))) {
      var tables = new ArrayList<Table>();
      for (var sheet : workbook.getSheets().toList()) {
        if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
          tables.add(table(sheet));
        }
      }
      return new Table.Reading.Read(tables);
    } catch (TooManyRows e) {
      return Table.Reading.refused("file.rows", limits.rows());
    } catch (IOException | RuntimeException damaged) {
      // The library throws whatever it stumbles over in a workbook that is none.
      return Table.Reading.refused("file.damaged");
    }
  }

  private Table table(Sheet sheet) throws IOException {
    var lines = new ArrayList<Table.Line>();
    try (var rows = sheet.openStream()) {
      rows.forEach(row -> {
        var line = new Table.Line(row.getRowNum(), cells(row));
        if (!line.isBlank()) {
          lines.add(line);
        }
        if (lines.size() > limits.rows() + HeaderRow.WITHIN) {
          throw new TooManyRows();
        }
      });
    }
    return new Table(sheet.getName(), lines);
  }

  private List<String> cells(org.dhatim.fastexcel.reader.Row row) {
    var cells = new ArrayList<String>();
    for (int index = 0; index < Math.min(row.getCellCount(), limits.columns()); index++) {
      cells.add(row.getOptionalCell(index).map(XlsxTable::text).orElse(""));
    }
    while (!cells.isEmpty() && cells.getLast().isEmpty()) {
      cells.removeLast();
    }
    return cells;
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
    return isDate(cell)
        ? cell.asDate().toLocalDate().toString()
        : number.stripTrailingZeros().toPlainString();
  }

  private static boolean isDate(Cell cell) {
    var format = cell.getDataFormatString();
    if (format == null || cell.getType() != CellType.NUMBER) {
      return false;
    }
    var plain = format.replaceAll("\\[[^\\]]*\\]|\"[^\"]*\"|\\\\.", "").toLowerCase(Locale.ROOT);
    return plain.contains("d") || plain.contains("yy");
  }

  private static final class TooManyRows extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
