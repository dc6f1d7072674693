package dev.relevo.knowledge.sheet;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.Sheets;
import com.google.api.services.sheets.v4.SheetsScopes;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateValuesRequest;
import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.Color;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.RowData;
import com.google.api.services.sheets.v4.model.Sheet;
import com.google.api.services.sheets.v4.model.ValueRange;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.ServiceAccountCredentials;
import dev.relevo.knowledge.matrix.MatrixCells;
import dev.relevo.knowledge.sentence.Sentence;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One sheet, by Google's own client.
final class GoogleSheet {

  /// Lines that the header may take, with what stands above it.
  static final int ABOVE = 20;

  /// As many columns as a matrix may have, and more rows: one with too many is refused, not cut.
  private static final String EXTENT = "A1:BL" + (MatrixCells.MOST_ROWS + ABOVE + 1);

  private static final String FIELDS =
      "sheets(properties(sheetId,title,gridProperties),"
          + "data(rowData(values(formattedValue,note,userEnteredFormat(backgroundColor)))))";

  private static final int SOME = 1_000;

  private final Sheets sheets;
  private final Link link;

  GoogleSheet(Google google, ServiceKey key, Link link) throws Refusal {
    this.link = link;
    try {
      var transport = new NetHttpTransport();
      var credentials =
          ServiceAccountCredentials.fromPkcs8(
              key.clientId(),
              key.account(),
              key.privateKey(),
              key.keyId(),
              List.of(SheetsScopes.SPREADSHEETS),
              () -> transport,
              google.tokens());
      var authorization = new HttpCredentialsAdapter(credentials);
      sheets =
          new Sheets.Builder(
                  transport,
                  GsonFactory.getDefaultInstance(),
                  request -> {
                    authorization.initialize(request);
                    bound(request, google.patience());
                  })
              .setRootUrl(google.root())
              .setApplicationName("Relevo")
              .build();
    } catch (IOException | RuntimeException noKey) {
      throw new Refusal(Sentence.of("sheet.key"), Optional.empty());
    }
  }

  private static void bound(HttpRequest request, Duration patience) {
    request.setConnectTimeout((int) patience.toMillis());
    request.setReadTimeout((int) patience.toMillis());
  }

  /// Why Google does not do it.
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Sentence why;
    private final transient Optional<Duration> retryAfter;

    Refusal(Sentence why, Optional<Duration> retryAfter) {
      super(why.key());
      this.why = why;
      this.retryAfter = retryAfter;
    }

    Sentence why() {
      return why;
    }

    Optional<Duration> retryAfter() {
      return retryAfter;
    }
  }

  Layout read() throws Refusal {
    var spreadsheet =
        asked(() ->
            sheets
                .spreadsheets()
                .get(link.spreadsheet())
                .setRanges(List.of(range(EXTENT)))
                .setIncludeGridData(true)
                .setFields(FIELDS)
                .execute());
    var found = spreadsheet.getSheets();
    if (found == null || found.isEmpty()) {
      throw new Refusal(Sentence.of("sheet.no-sheet", link.sheet()), Optional.empty());
    }
    return layout(found.getFirst());
  }

  private static Layout layout(Sheet sheet) {
    var texts = new ArrayList<List<String>>();
    var colours = new ArrayList<String>();
    var notes = new HashMap<Layout.Cell, String>();
    for (var row : rows(sheet)) {
      var line = new ArrayList<String>();
      for (var cell : cells(row)) {
        if (cell.getNote() != null) {
          notes.put(new Layout.Cell(texts.size(), line.size()), cell.getNote());
        }
        line.add(cell.getFormattedValue() == null ? "" : cell.getFormattedValue());
      }
      colours.add(cells(row).isEmpty() ? "FFFFFF" : colour(cells(row).getFirst()));
      texts.add(line);
    }
    var grid = sheet.getProperties().getGridProperties();
    return new Layout(
        sheet.getProperties().getSheetId(),
        grid.getRowCount(),
        grid.getColumnCount(),
        texts,
        colours,
        notes);
  }

  private static List<RowData> rows(Sheet sheet) {
    var data = sheet.getData();
    return data == null || data.isEmpty() || data.getFirst().getRowData() == null
        ? List.of()
        : data.getFirst().getRowData();
  }

  private static List<CellData> cells(RowData row) {
    return row.getValues() == null ? List.of() : row.getValues();
  }

  private static String colour(CellData cell) {
    var format = cell.getUserEnteredFormat();
    var colour = format == null ? null : format.getBackgroundColor();
    return colour == null
        ? "FFFFFF"
        : "%02X%02X%02X"
            .formatted(part(colour.getRed()), part(colour.getGreen()), part(colour.getBlue()));
  }

  private static int part(@Nullable Float share) {
    return share == null ? 0 : Math.round(share * 255);
  }

  static Color colour(String hex) {
    return new Color()
        .setRed(Integer.parseInt(hex.substring(0, 2), 16) / 255f)
        .setGreen(Integer.parseInt(hex.substring(2, 4), 16) / 255f)
        .setBlue(Integer.parseInt(hex.substring(4, 6), 16) / 255f);
  }

  /// Writes texts as they are: nothing becomes a formula.
  ///
  /// @param texts by the cell each begins at
  void write(Map<Layout.Cell, List<String>> texts) throws Refusal {
    var ranges = new ArrayList<ValueRange>();
    texts.forEach((cell, line) ->
        ranges.add(
            new ValueRange()
                .setRange(range(cell.name()))
                .setValues(List.of(List.<Object>copyOf(line)))));
    for (int from = 0; from < ranges.size(); from += SOME) {
      var some = ranges.subList(from, Math.min(ranges.size(), from + SOME));
      asked(() ->
          sheets
              .spreadsheets()
              .values()
              .batchUpdate(
                  link.spreadsheet(),
                  new BatchUpdateValuesRequest().setValueInputOption("RAW").setData(some))
              .execute());
    }
  }

  void change(List<Request> requests) throws Refusal {
    if (!requests.isEmpty()) {
      asked(() ->
          sheets
              .spreadsheets()
              .batchUpdate(
                  link.spreadsheet(), new BatchUpdateSpreadsheetRequest().setRequests(requests))
              .execute());
    }
  }

  private String range(String cells) {
    return "'" + link.sheet().replace("'", "''") + "'!" + cells;
  }

  @FunctionalInterface
  private interface Call<T> {
    T answer() throws IOException;
  }

  private <T> T asked(Call<T> call) throws Refusal {
    try {
      return call.answer();
    } catch (GoogleJsonResponseException refused) {
      throw refusal(refused);
    } catch (IOException failed) {
      var isKey = failed.getMessage() != null && failed.getMessage().contains("invalid_grant");
      throw new Refusal(Sentence.of(isKey ? "sheet.key" : "sheet.unreachable"), Optional.empty());
    }
  }

  private Refusal refusal(GoogleJsonResponseException refused) {
    var text = Objects.requireNonNullElse(refused.getMessage(), "").toLowerCase(Locale.ROOT);
    var sentence =
        switch (refused.getStatusCode()) {
          case 400 ->
              text.contains("unable to parse range")
                  ? Sentence.of("sheet.no-sheet", link.sheet())
                  : Sentence.of("sheet.refused");
          case 401 -> Sentence.of("sheet.key");
          case 403 -> Sentence.of("sheet.forbidden", link.account());
          case 404 -> Sentence.of("sheet.unknown");
          case 429 -> Sentence.of("sheet.busy");
          default -> Sentence.of("sheet.down", refused.getStatusCode());
        };
    return new Refusal(sentence, retryAfter(refused.getHeaders().getRetryAfter()));
  }

  private static Optional<Duration> retryAfter(@Nullable String header) {
    return header != null && header.matches("\\d{1,5}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(header)))
        : Optional.empty();
  }
}
