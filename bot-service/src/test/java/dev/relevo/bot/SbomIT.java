package dev.relevo.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SbomIT {

  private static final String PLACE = "META-INF/sbom/application.cdx.json";

  @Test
  void theJarTellsWhatItIsMadeOf() throws IOException {
    try (var jar = new ZipFile(System.getProperty("relevo.packaged"))) {
      var sbom = read(jar);
      assertThat(sbom.path("bomFormat").asString()).isEqualTo("CycloneDX");
      var named =
          sbom.path("components")
              .valueStream()
              .map(it -> it.path("name").asString() + "-" + it.path("version").asString() + ".jar")
              .toList();
      var carried =
          jar.stream()
              .map(it -> it.getName())
              .filter(it -> it.startsWith("BOOT-INF/lib/") && it.endsWith(".jar"))
              .map(it -> it.substring("BOOT-INF/lib/".length()))
              .filter(it -> !it.startsWith("spring-boot-jarmode-"))
              .toList();
      assertThat(carried)
          .hasSizeGreaterThan(100)
          .allSatisfy(it ->
              assertThat(named)
                  .anyMatch(
                      name -> it.startsWith(name.substring(0, name.length() - ".jar".length()))));
    }
  }

  private static JsonNode read(ZipFile jar) throws IOException {
    var entry = Objects.requireNonNull(jar.getEntry(PLACE), PLACE);
    try (var content = jar.getInputStream(entry)) {
      return JsonMapper.shared().readTree(content);
    }
  }
}
