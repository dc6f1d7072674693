package dev.relevo.bot.api;

import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a request carries, bounded in size and depth.
final class Body {

  /// The most bytes of JSON: a batch of rows.
  static final int JSON_LIMIT = 2 * 1024 * 1024;

  /// How deeply objects and arrays may be nested.
  static final int DEPTH = 8;

  static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH)
                          .maxNumberLength(30)
                          .maxNameLength(100)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final byte[] bytes;

  private Body(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Reads JSON of at most [#JSON_LIMIT] bytes; an empty body needs no type.
  static Body json(HttpServletRequest request) throws IOException {
    var type = request.getContentType();
    if (type != null && !type.toLowerCase(Locale.ROOT).matches("application/([a-z-]+\\+)?json.*")) {
      throw new Refused(Problem.MEDIA_TYPE_UNSUPPORTED, type, MediaType.APPLICATION_JSON_VALUE);
    }
    return of(request, JSON_LIMIT, Problem.BODY_TOO_LARGE, JSON_LIMIT / 1024);
  }

  /// Reads a file of at most so many megabytes.
  static Body file(HttpServletRequest request, int megabytes) throws IOException {
    return of(request, megabytes * 1024 * 1024, Problem.FILE_TOO_LARGE, megabytes);
  }

  private static Body of(HttpServletRequest request, int limit, Problem tooLarge, int shown)
      throws IOException {
    if (request.getContentLengthLong() > limit) {
      throw new Refused(tooLarge, shown);
    }
    var bytes = request.getInputStream().readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw new Refused(tooLarge, shown);
    }
    return new Body(bytes);
  }

  /// As they came.
  byte[] bytes() {
    return bytes;
  }

  boolean isEmpty() {
    return bytes.length == 0;
  }

  /// The JSON it is.
  JsonNode tree() {
    try {
      var tree = JSON.readTree(bytes);
      if (tree.isMissingNode()) {
        throw malformed(1, 1);
      }
      return tree;
    } catch (JacksonException e) {
      var where = e.getLocation();
      throw where == null
          ? malformed(1, 1)
          : malformed(Math.max(1, where.getLineNr()), Math.max(1, where.getColumnNr()));
    }
  }

  private static Refused malformed(int line, int column) {
    return new Refused(Problem.JSON_MALFORMED, line, column, DEPTH);
  }
}
