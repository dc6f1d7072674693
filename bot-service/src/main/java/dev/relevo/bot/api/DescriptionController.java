package dev.relevo.bot.api;

import java.io.IOException;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The API described for machines, in OpenAPI 3.1. Kept by hand; a test holds it to the mappings
/// and to what they answer.
@RestController
class DescriptionController {

  private final byte[] description;

  DescriptionController() throws IOException {
    description = new ClassPathResource("api/openapi.json").getContentAsByteArray();
  }

  /// Open to everybody, like the pages of the problems.
  @GetMapping("/api/openapi.json")
  ResponseEntity<byte[]> description() {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
        .body(description);
  }
}
