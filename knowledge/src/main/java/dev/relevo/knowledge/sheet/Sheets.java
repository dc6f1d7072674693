package dev.relevo.knowledge.sheet;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.MatrixCells;
import dev.relevo.knowledge.matrix.MatrixImport;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.RowState;
import dev.relevo.knowledge.sentence.Sentence;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/// What a workspace's matrix and a Google sheet tell each other, in two steps: [#pull] tells what
/// the sheet changed, its caller puts that into the draft, and [#push] writes the draft back. A
/// crash between the two loses nothing: what is in the draft already is no change any more.
public final class Sheets {

  private static final Pulled TOO_MANY_ROWS =
      new Pulled.Refused(Sentence.of("sheet.rows", MatrixCells.MOST_ROWS), Optional.empty());

  private static final Pattern IN_ADDRESS =
      Pattern.compile("https://docs\\.google\\.com/spreadsheets/d/([\\w-]{10,200})(?:[/?#].*)?");

  private static final Pattern ID = Pattern.compile("[\\w-]{10,200}");

  private final SheetTable table;
  private final Sealing sealing;
  private final Google google;
  private final Clock clock;

  /// @param dataSource a database with the table of `V009__sheet.sql` and `V013__sheet_sync.sql`
  public Sheets(DataSource dataSource, Sealing sealing, Google google, Clock clock) {
    table = new SheetTable(dataSource);
    this.sealing = sealing;
    this.google = google;
    this.clock = clock;
  }

  /// The sheet a workspace is connected with.
  public Optional<Link> link(long workspace) {
    return table.find(workspace).map(SheetTable.Kept::link);
  }

  /// Connects a workspace with a sheet, after having read it once. The key is kept encrypted.
  ///
  /// @param key a service account's key file (JSON)
  /// @param spreadsheet its address, or its id
  /// @param sheet the name on its tab
  /// @param by who connects it, not blank
  public Connection connect(
      long workspace, String key, String spreadsheet, String sheet, String by) {
    var account = ServiceKey.of(key);
    var id = idOf(spreadsheet.strip());
    if (account.isEmpty()) {
      return new Connection.Refused(Sentence.of("sheet.key"));
    }
    if (id.isEmpty()) {
      return new Connection.Refused(Sentence.of("sheet.address"));
    }
    if (sheet.isBlank() || sheet.strip().length() > 100) {
      return new Connection.Refused(Sentence.of("sheet.no-sheet", sheet));
    }
    var link = new Link(id.get(), sheet.strip(), account.get().account(), Optional.empty());
    try {
      new GoogleSheet(google, account.get(), link).read();
    } catch (GoogleSheet.Refusal refused) {
      return new Connection.Refused(refused.why());
    }
    table.connect(workspace, link, sealing.seal(key), by, clock.instant());
    return new Connection.Made(link);
  }

  private static Optional<String> idOf(String spreadsheet) {
    var address = IN_ADDRESS.matcher(spreadsheet);
    if (address.matches()) {
      return Optional.of(address.group(1));
    }
    return ID.matcher(spreadsheet).matches() ? Optional.of(spreadsheet) : Optional.empty();
  }

  /// Forgets the sheet and its key; the sheet itself stays as it is.
  public void disconnect(long workspace) {
    table.disconnect(workspace);
  }

  /// The sealed keys of every workspace, for when they must be sealed anew.
  public List<String> sealedKeys() {
    return table.sealedKeys();
  }

  /// Puts a key sealed anew in the old one's place, unless it was changed meanwhile.
  public void replaceKey(String old, String fresh) {
    table.replaceKey(old, fresh);
  }

  /// Reads the sheet and tells what it changed since both sides last agreed. Changes nothing.
  ///
  /// @param ours the rows of the draft
  /// @param language of words such as yes and no, and of rows that name none
  public Pulled pull(long workspace, Matrix ours, Locale language) {
    var kept = table.find(workspace);
    if (kept.isEmpty()) {
      return new Pulled.Refused(Sentence.of("sheet.none"), Optional.empty());
    }
    if (ours.rows().size() > MatrixCells.MOST_ROWS) {
      return TOO_MANY_ROWS;
    }
    try {
      var layout = sheet(kept.get()).read();
      return layout.used() > MatrixCells.MOST_ROWS + GoogleSheet.ABOVE
          ? TOO_MANY_ROWS
          : pulled(kept.get(), layout, ours, language);
    } catch (GoogleSheet.Refusal refused) {
      return new Pulled.Refused(refused.why(), refused.retryAfter());
    }
  }

  private Pulled pulled(SheetTable.Kept kept, Layout layout, Matrix ours, Locale language) {
    var header = MatrixCells.headerLine(kept.link().sheet(), layout.texts());
    var isBare = layout.isEmpty() || header.filter(it -> isBlankBelow(layout, it)).isPresent();
    if (isBare) {
      return kept.agreed().rows().isEmpty()
          ? merged(kept, new Theirs(layout, Grid.EMPTY, Map.of()), ours, language)
          : new Pulled.Refused(Sentence.of("sheet.emptied"), Optional.empty());
    }
    return switch (MatrixCells.read(kept.link().sheet(), layout.texts(), language)) {
      case MatrixImport.Rejected rejected -> new Pulled.Unsound(rejected);
      case MatrixImport.Imported imported -> {
        var lines = new HashMap<String, Integer>();
        var rows = imported.matrix().rows();
        for (int at = 0; at < rows.size(); at++) {
          lines.put(rows.get(at).id().value(), imported.lines().get(at) - 1);
        }
        var theirs = Grid.of(imported.matrix(), language);
        yield merged(kept, new Theirs(layout, theirs, lines), ours, language);
      }
    };
  }

  private static boolean isBlankBelow(Layout layout, int header) {
    return layout.texts().stream()
        .skip(header + 1L)
        .allMatch(line -> line.stream().allMatch(String::isBlank));
  }

  private record Theirs(Layout layout, Grid grid, Map<String, Integer> lines) {}

  private static Pulled merged(SheetTable.Kept kept, Theirs theirs, Matrix ours, Locale language) {
    var ourGrid = Grid.of(ours, language);
    var merge = Merge.of(kept.agreed(), ourGrid, theirs.grid());
    var open = merge.open(kept.conflicts());
    var seen = new Pulled.Seen(theirs.layout(), theirs.grid(), open, theirs.lines());
    var touched = merge.grid().without(ourGrid);
    var removed =
        ours.rows().stream().map(Row::id).filter(it -> !merge.grid().has(it.value())).toList();
    if (touched.rows().isEmpty()) {
      return new Pulled.Ready(List.of(), removed, conflicts(open, language), seen);
    }
    return switch (MatrixCells.read(kept.link().sheet(), lines(touched, language), language)) {
      case MatrixImport.Rejected rejected -> new Pulled.Unsound(rejected);
      case MatrixImport.Imported imported ->
          new Pulled.Ready(
              changed(ours, imported.matrix()), removed, conflicts(open, language), seen);
    };
  }

  private static List<List<String>> lines(Grid grid, Locale language) {
    var columns = new ArrayList<String>();
    for (var row : grid.rows().values()) {
      row.keySet().stream().filter(it -> !columns.contains(it)).forEach(columns::add);
    }
    var lines = new ArrayList<List<String>>();
    lines.add(columns.stream().map(it -> MatrixCells.header(it, language)).toList());
    for (var row : grid.rows().values()) {
      lines.add(columns.stream().map(it -> row.getOrDefault(it, "")).toList());
    }
    return lines;
  }

  private static List<Row> changed(Matrix ours, Matrix merged) {
    return merged.rows().stream()
        .filter(row -> ours.row(row.id()).filter(row::equals).isEmpty())
        .toList();
  }

  /// Cells that both sides changed and of which nobody has decided yet; ours stay.
  ///
  /// @param language of the columns' headers
  public List<Pulled.Conflict> conflicts(long workspace, Locale language) {
    return table.find(workspace).stream()
        .flatMap(it -> conflicts(it.conflicts(), language).stream())
        .toList();
  }

  /// Ours stay for good; with the next round the sheet's notes go.
  public void settle(long workspace) {
    table.settle(workspace);
  }

  private static List<Pulled.Conflict> conflicts(List<Merge.Conflict> conflicts, Locale language) {
    return conflicts.stream()
        .map(it ->
            new Pulled.Conflict(
                new RowId(it.row()),
                it.column().isEmpty() ? "" : MatrixCells.header(it.column(), language),
                it.ours(),
                it.theirs()))
        .toList();
  }

  /// Writes the rows back: only cells that differ from what was seen, the states as colours, a note
  /// on every conflict. A row that is to leave and is not in the sheet any more is not brought
  /// back. Then both sides agree.
  ///
  /// @param seen what [#pull] saw
  /// @param ours the draft's rows, after what was pulled was put into it
  public Pushed push(long workspace, Pulled.Seen seen, Matrix ours, Locale language) {
    var kept = table.find(workspace);
    if (kept.isEmpty()) {
      return new Pushed.Refused(Sentence.of("sheet.none"), Optional.empty());
    }
    try {
      var shown = shown(seen, ours);
      var writing = new Writing(seen, shown, language);
      var sheet = sheet(kept.get());
      sheet.change(writing.before());
      sheet.write(writing.texts());
      sheet.change(writing.after());
      var agreed = Grid.of(shown, language);
      table.agree(workspace, kept.get().link(), agreed, seen.conflicts(), clock.instant());
      return new Pushed.Done(writing.cells(), writing.removed());
    } catch (GoogleSheet.Refusal refused) {
      return new Pushed.Refused(refused.why(), refused.retryAfter());
    }
  }

  private static Matrix shown(Pulled.Seen seen, Matrix ours) {
    return new Matrix(
        ours.rows().stream()
            .filter(it -> it.state() != RowState.TO_DELETE || seen.theirs().has(it.id().value()))
            .toList());
  }

  private GoogleSheet sheet(SheetTable.Kept kept) throws GoogleSheet.Refusal {
    var key = sealing.open(kept.sealedKey()).flatMap(ServiceKey::of);
    if (key.isEmpty()) {
      throw new GoogleSheet.Refusal(Sentence.of("sheet.sealed"), Optional.empty());
    }
    return new GoogleSheet(google, key.get(), kept.link());
  }
}
