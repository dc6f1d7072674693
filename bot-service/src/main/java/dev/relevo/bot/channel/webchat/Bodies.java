package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a page sends, never more than a bound.
final class Bodies {

  static final int LIMIT = 32 * 1024;

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private Bodies() {}

  static <T> T read(HttpServletRequest request, Class<T> type) {
    try {
      var bytes = request.getInputStream().readNBytes(LIMIT + 1);
      if (bytes.length > LIMIT) {
        throw new Refused(Problem.BODY_TOO_LARGE, LIMIT / 1024);
      }
      var value = JSON.readValue(bytes, type);
      if (value == null) {
        throw new Refused(Problem.NOT_READABLE);
      }
      return value;
    } catch (JacksonException notJson) {
      throw new Refused(Problem.NOT_READABLE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
