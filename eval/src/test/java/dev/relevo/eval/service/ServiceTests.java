package dev.relevo.eval.service;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ServiceTests {

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void anApplicationThatDoesNotStartIsHeardOut(@TempDir Path folder) throws IOException {
    var script = folder.resolve("relevo");
    Files.writeString(script, "#!/bin/sh\necho 'no room for its data'\nexit 3\n");
    script.toFile().setExecutable(true);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Service.start(new Way.Script(script), folder.resolve("data"), Map.of()))
        .withMessageContaining("ended before it was healthy")
        .withMessageContaining("no room for its data");
  }
}
