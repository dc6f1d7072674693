package dev.relevo.eval.gap;

import dev.relevo.bot.database.Workload;
import dev.relevo.eval.service.Database;
import dev.relevo.eval.service.Service;
import dev.relevo.eval.service.Way;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `eval gaps`: how many questions a second are taken into groups, while the groups grow.
@Command(
    name = "gaps",
    mixinStandardHelpOptions = true,
    description = "Groups unanswered questions in the packaged application's own database.")
public final class GapsCommand implements Callable<Integer> {

  private final PrintWriter out;

  @Option(names = "--jar", required = true, description = "bot-service's …-exec.jar")
  private Path jar = Path.of("");

  @Option(names = "--questions", defaultValue = "50000", description = "default ${DEFAULT-VALUE}")
  private int questions;

  public GapsCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws Exception {
    var data = Files.createTempDirectory("relevo-eval").resolve("data");
    try (var service = Service.start(new Way.Jar(jar), data, Map.of());
        var database = Database.of(service.data());
        var source = database.pool(Workload.PAGES)) {
      long workspace = database.number("SELECT min(id) FROM crm.workspace");
      long contact =
          database.number(
              """
              INSERT INTO crm.contact (workspace_id, created_at) VALUES (%d, now()) RETURNING id
              """
                  .formatted(workspace));
      new ManyQuestions(source, new JdbcTransactionManager(source), workspace, contact)
          .run(questions, out);
    }
    return 0;
  }
}
