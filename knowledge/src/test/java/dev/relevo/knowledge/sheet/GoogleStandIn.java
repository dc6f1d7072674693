package dev.relevo.knowledge.sheet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Plays Google on loopback: the token endpoint, and of the Sheets API what is used, with one
/// spreadsheet of one tab `Matriz`.
public final class GoogleStandIn implements AutoCloseable {

  public static final String SPREADSHEET = "1AbC-dEf_gHiJkLmNoPqRsTuVwXyZ0123456789";
  public static final String SHEET = "Matriz";
  public static final String ACCOUNT = "relevo@tienda.iam.gserviceaccount.com";

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern RANGE = Pattern.compile("'([^']+)'!([A-Z]+)(\\d+)(?::.*)?");
  private static final String TOKEN = "token-of-the-stand-in";

  /// A cell as Google keeps it.
  public static final class Cell {
    public String text = "";
    public String colour = "";
    public String note = "";
  }

  private final HttpServer server;
  private final List<List<Cell>> grid = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private int failure;
  private String reason = "";
  private int width = 26;

  public GoogleStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/token", this::token);
    server.createContext("/v4/spreadsheets/", this::api);
    server.start();
    for (int line = 0; line < 10; line++) {
      grid.add(line());
    }
  }

  public Google google() {
    var root = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    return new Google(root, URI.create(root + "token"), Duration.ofSeconds(20));
  }

  /// A key file such as Google makes; where it says tokens come from is a trap.
  public static String key() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      var encoded =
          Base64.getMimeEncoder(64, new byte[] {'\n'})
              .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
      return JSON.writeValueAsString(
          Map.of(
              "type", "service_account",
              "client_email", ACCOUNT,
              "client_id", "1234567890",
              "private_key_id", "abc",
              "private_key",
                  "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n",
              "token_uri", "http://169.254.169.254/token"));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public GoogleStandIn holding(List<List<String>> texts) {
    grid.forEach(line -> line.forEach(cell -> cell.text = ""));
    for (int line = 0; line < texts.size(); line++) {
      for (int column = 0; column < texts.get(line).size(); column++) {
        cell(line, column).text = texts.get(line).get(column);
      }
    }
    return this;
  }

  public Cell cell(int line, int column) {
    while (grid.size() <= line) {
      grid.add(line());
    }
    return grid.get(line).get(column);
  }

  /// The texts of a line as far as there are any.
  public List<String> texts(int line) {
    var texts = new ArrayList<>(grid.get(line).stream().map(cell -> cell.text).toList());
    while (!texts.isEmpty() && texts.getLast().isEmpty()) {
      texts.removeLast();
    }
    return texts;
  }

  public int lines() {
    return (int)
        grid.stream().filter(line -> line.stream().anyMatch(it -> !it.text.isEmpty())).count();
  }

  /// Somebody takes a line out.
  public void remove(int line) {
    grid.remove(line);
  }

  /// From now on every call fails; 0 to end that.
  public void fails(int status, String why) {
    failure = status;
    reason = why;
  }

  /// Calls of the API, in order.
  public List<String> asked() {
    return asked;
  }

  private List<Cell> line() {
    var line = new ArrayList<Cell>();
    for (int column = 0; column < width; column++) {
      line.add(new Cell());
    }
    return line;
  }

  private void token(HttpExchange exchange) throws IOException {
    var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var isRight =
        form.contains("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer")
            && form.contains("assertion=");
    answer(
        exchange,
        isRight ? 200 : 400,
        isRight
            ? Map.of("access_token", TOKEN, "expires_in", 3_600, "token_type", "Bearer")
            : Map.of("error", "invalid_request"));
  }

  private synchronized void api(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    asked.add(exchange.getRequestMethod() + " " + path.substring(path.lastIndexOf('/') + 1));
    if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      fail(exchange, 401, "no token");
    } else if (failure > 0) {
      if (failure == 429) {
        exchange.getResponseHeaders().set("Retry-After", "17");
      }
      fail(exchange, failure, reason);
    } else if (!path.startsWith("/v4/spreadsheets/" + SPREADSHEET)) {
      fail(exchange, 404, "Requested entity was not found.");
    } else if (path.endsWith("/values:batchUpdate")) {
      values(exchange);
    } else if (path.endsWith(":batchUpdate")) {
      changes(exchange);
    } else {
      get(exchange);
    }
  }

  private void get(HttpExchange exchange) throws IOException {
    var query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
    if (!query.contains("ranges='" + SHEET + "'!")) {
      fail(exchange, 400, "Unable to parse range: 'x'!A1");
      return;
    }
    var rows = JSON.createArrayNode();
    for (var line : grid) {
      var values = JSON.createArrayNode();
      line.forEach(cell -> values.add(json(cell)));
      rows.add(JSON.createObjectNode().set("values", values));
    }
    var sheet = JSON.createObjectNode();
    sheet
        .putObject("properties")
        .put("sheetId", 7)
        .put("title", SHEET)
        .putObject("gridProperties")
        .put("rowCount", grid.size())
        .put("columnCount", width);
    sheet.putArray("data").addObject().set("rowData", rows);
    var answer = JSON.createObjectNode();
    answer.putArray("sheets").add(sheet);
    answer(exchange, 200, answer);
  }

  private static ObjectNode json(Cell cell) {
    var json = JSON.createObjectNode();
    if (!cell.text.isEmpty()) {
      json.put("formattedValue", cell.text);
    }
    if (!cell.note.isEmpty()) {
      json.put("note", cell.note);
    }
    if (!cell.colour.isEmpty()) {
      var colour = json.putObject("userEnteredFormat").putObject("backgroundColor");
      var names = List.of("red", "green", "blue");
      for (int at = 0; at < 3; at++) {
        colour.put(
            names.get(at), Integer.parseInt(cell.colour.substring(at * 2, at * 2 + 2), 16) / 255f);
      }
    }
    return json;
  }

  private void values(HttpExchange exchange) throws IOException {
    var body = JSON.readTree(body(exchange));
    if (!body.path("valueInputOption").asString("").equals("RAW")) {
      fail(exchange, 400, "a formula could come of this");
      return;
    }
    for (var range : body.path("data")) {
      var place = RANGE.matcher(range.path("range").asString(""));
      if (!place.matches() || Integer.parseInt(place.group(3)) > grid.size()) {
        fail(exchange, 400, "exceeds grid limits");
        return;
      }
      int column = column(place.group(2));
      for (var text : range.path("values").path(0)) {
        if (column >= width) {
          fail(exchange, 400, "exceeds grid limits");
          return;
        }
        cell(Integer.parseInt(place.group(3)) - 1, column++).text = text.asString("");
      }
    }
    answer(exchange, 200, Map.of("spreadsheetId", SPREADSHEET));
  }

  /// The client packs what it sends.
  private static byte[] body(HttpExchange exchange) throws IOException {
    var bytes = exchange.getRequestBody().readAllBytes();
    var isPacked = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    return isPacked ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
  }

  private static int column(String letters) {
    return letters.chars().map(it -> it - 'A' + 1).reduce(0, (all, next) -> all * 26 + next) - 1;
  }

  private void changes(HttpExchange exchange) throws IOException {
    for (var request : JSON.readTree(body(exchange)).path("requests")) {
      var name = request.propertyNames().iterator().next();
      var content = request.path(name);
      switch (name) {
        case "repeatCell" -> colour(content);
        case "updateCells" -> note(content);
        case "deleteDimension" -> grid.remove(content.path("range").path("startIndex").asInt());
        case "appendDimension" -> append(content);
        default -> throw new IOException("nobody asks for " + name);
      }
    }
    answer(exchange, 200, Map.of("spreadsheetId", SPREADSHEET));
  }

  private void colour(JsonNode content) {
    var colour = content.path("cell").path("userEnteredFormat").path("backgroundColor");
    var hex =
        "%02X%02X%02X"
            .formatted(
                Math.round(colour.path("red").asDouble(0) * 255),
                Math.round(colour.path("green").asDouble(0) * 255),
                Math.round(colour.path("blue").asDouble(0) * 255));
    var range = content.path("range");
    for (int line = range.path("startRowIndex").asInt();
        line < range.path("endRowIndex").asInt();
        line++) {
      for (int at = 0; at < range.path("endColumnIndex").asInt(); at++) {
        cell(line, at).colour = hex;
      }
    }
  }

  private void note(JsonNode content) {
    var start = content.path("start");
    var cell = content.path("rows").path(0).path("values").path(0);
    cell(start.path("rowIndex").asInt(0), start.path("columnIndex").asInt(0)).note =
        cell.path("note").asString("");
  }

  private void append(JsonNode content) {
    int length = content.path("length").asInt();
    if (content.path("dimension").asString("").equals("ROWS")) {
      for (int more = 0; more < length; more++) {
        grid.add(line());
      }
    } else {
      width += length;
      grid.forEach(line -> {
        while (line.size() < width) {
          line.add(new Cell());
        }
      });
    }
  }

  private static void fail(HttpExchange exchange, int status, String why) throws IOException {
    answer(
        exchange, status, Map.of("error", Map.of("code", status, "message", why, "status", "X")));
  }

  private static void answer(HttpExchange exchange, int status, Object json) throws IOException {
    var bytes = JSON.writeValueAsBytes(json);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
    exchange.sendResponseHeaders(status, bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
