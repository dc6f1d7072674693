package dev.relevo.eval.keep;

import dev.relevo.eval.play.Answers;
import dev.relevo.eval.play.Customers;
import dev.relevo.eval.play.Script;
import dev.relevo.eval.play.Stage;
import dev.relevo.eval.service.Administrator;
import dev.relevo.eval.service.Database;
import dev.relevo.eval.service.JarFile;
import dev.relevo.eval.service.Way;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `eval keep`: lets a few customers talk with a version that is about to be tagged and the people
/// of the business work with it, and writes down which migrations it has and what its tables hold.
/// The test `KeptVersionsIT` migrates every such file to the present.
@Command(
    name = "keep",
    mixinStandardHelpOptions = true,
    description = "Writes down a version's migrations and a little data, for KeptVersionsIT.")
public final class KeepCommand implements Callable<Integer> {

  private final PrintWriter out;

  @Option(
      names = "--jar",
      required = true,
      converter = JarFile.class,
      description = "bot-service's …-exec.jar")
  private Way.Jar jar = new Way.Jar(Path.of(""));

  @Option(
      names = "--to",
      required = true,
      description = "bot-service/src/test/resources/kept/v0.n.sql")
  private Path file = Path.of("");

  public KeepCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws Exception {
    var script = new Script(0, 3, 4);
    try (var stage =
            Stage.set(jar, script, Duration.ZERO, List.of("sent", "delivered", "read"), 1);
        var owner = Administrator.of(stage.service().data());
        var database = Database.of(stage.service().data())) {
      new Customers(stage, script, new Random(1)).deliver(2);
      Waiting.until(
          "everybody is answered", () -> Answers.in(stage.provider().taken()).lost(script) == 0);
      new People(stage, database).work();
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, new Dump(owner).text());
      out.printf("%s: %d bytes%n", file, Files.size(file));
      return 0;
    }
  }
}
