package dev.relevo.bot.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.access.Partner;
import dev.relevo.bot.access.Scope;
import dev.relevo.bot.browser.RunningApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The examples of `docs/api.md`, run by a shell as they stand, in their order.
class ExamplesIT {

  private static final Pattern EXAMPLE =
      Pattern.compile("```sh\\n([^`]*)```\\n+Answers `([0-9]{3})`");

  @TempDir private Path folder;

  @Test
  void answerAsThePageSays() throws Exception {
    // curl reads its habits from there: after each answer, its status.
    Files.writeString(folder.resolve(".curlrc"), "write-out = \"\\n<%{http_code}>\"\n");
    var partner = Partner.elsewhere(Scope.MATRIX_READ, Scope.MATRIX_WRITE, Scope.MATRIX_PUBLISH);
    var examples = EXAMPLE.matcher(Files.readString(Path.of("docs/api.md")));
    var count = 0;
    while (examples.find()) {
      var said = run(partner, examples.group(1));
      assertThat(said).as(examples.group(1)).contains("<" + examples.group(2) + ">");
      count++;
    }
    assertThat(count).isEqualTo(examplesOnThePage() - 1);
  }

  /// All but the first, which only names the key.
  private static long examplesOnThePage() throws IOException {
    return Files.readString(Path.of("docs/api.md")).lines().filter("```sh"::equals).count();
  }

  private String run(Partner partner, String example) throws Exception {
    var shell = new ProcessBuilder("sh", "-c", example).directory(folder.toFile());
    shell.environment().put("CURL_HOME", folder.toString());
    shell.environment().put("RELEVO", RunningApplication.shared().url("").toString());
    shell.environment().put("KEY", partner.key());
    shell.environment().remove("http_proxy");
    var out = folder.resolve("out");
    var process = shell.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return Files.readString(out);
  }
}
