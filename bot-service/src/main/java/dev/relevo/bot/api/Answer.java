package dev.relevo.bot.api;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/// What a request is answered, in a form that can be kept and given again.
///
/// @param headers beside the content's type
/// @param body JSON, or empty
record Answer(int status, Map<String, String> headers, String body) {

  static final int OK = 200;
  static final int CREATED = 201;
  static final int ACCEPTED = 202;
  static final int NOT_MODIFIED = 304;

  Answer {
    headers = Map.copyOf(headers);
  }

  static Answer of(int status, JsonNode body) {
    return new Answer(status, Map.of(), Body.JSON.writeValueAsString(body));
  }

  static Answer empty(int status) {
    return new Answer(status, Map.of(), "");
  }

  Answer with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }

  ResponseEntity<byte[]> response() {
    var response = ResponseEntity.status(status);
    headers.forEach(response::header);
    if (body.isEmpty()) {
      return response.build();
    }
    return response
        .contentType(MediaType.APPLICATION_JSON)
        .body(body.getBytes(StandardCharsets.UTF_8));
  }
}
