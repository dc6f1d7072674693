package dev.relevo.eval.dataset;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// Sets that come with this command line, as JSON. Texts and lists left out are empty; what is not
/// known is an error.
final class Shipped {

  private static final JsonSetter.Value EMPTY = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .withConfigOverride(String.class, it -> it.setNullHandling(EMPTY))
          .withConfigOverride(List.class, it -> it.setNullHandling(EMPTY))
          .withConfigOverride(Set.class, it -> it.setNullHandling(EMPTY))
          .withConfigOverride(Map.class, it -> it.setNullHandling(EMPTY))
          .build();

  private Shipped() {}

  static <T> T read(String name, Class<T> as) {
    try (var file = Objects.requireNonNull(Shipped.class.getResourceAsStream(name), name)) {
      return read(name, file.readAllBytes(), as);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static <T> T read(String name, byte[] json, Class<T> as) {
    try {
      return JSON.readValue(json, as);
    } catch (JacksonException wrong) {
      if (wrong.getCause() instanceof DatasetUnreadable unreadable) {
        throw unreadable;
      }
      throw new DatasetUnreadable(name + ": " + wrong.getOriginalMessage(), wrong);
    }
  }
}
