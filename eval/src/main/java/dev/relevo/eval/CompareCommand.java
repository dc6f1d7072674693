package dev.relevo.eval;

import dev.relevo.eval.dataset.DatasetUnreadable;
import dev.relevo.eval.metric.Metric;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `eval compare`: whether a later run of retrieval fell below where chance alone would put it.
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description =
        "Compares two files that `retrieval --json` wrote. Ends with 1 when a number of the second"
            + " lies below the first one's interval, with 0 otherwise.")
final class CompareCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "BEFORE", description = "The run to compare with.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "The run that is judged.")
  private Path after = Path.of("");

  private final PrintWriter out;

  CompareCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    var old = sets(before);
    var fresh = sets(after);
    var drops = new ArrayList<String>();
    for (var set : old.entrySet()) {
      var now = fresh.get(set.getKey());
      if (now == null) {
        throw new DatasetUnreadable(after + " has no set " + set.getKey() + "; run it as well.");
      }
      compare(set.getKey(), set.getValue(), now, drops);
    }
    drops.forEach(drop -> out.println("Dropped: " + drop));
    out.println(drops.isEmpty() ? "Nothing dropped." : drops.size() + " dropped.");
    return drops.isEmpty() ? 0 : 1;
  }

  private void compare(String set, JsonNode old, JsonNode now, List<String> drops) {
    for (var metric : Metric.values()) {
      if (!old.has(metric.key()) || !now.has(metric.key())) {
        continue;
      }
      double was = old.get(metric.key()).asDouble();
      double is = now.get(metric.key()).asDouble();
      double low = old.path("intervals95").path(metric.key()).path(0).asDouble(was);
      var line =
          String.format(
              Locale.ROOT, "%s %s %.3f → %.3f (from %.3f)", set, metric.key(), was, is, low);
      out.println(line);
      if (is < low) {
        drops.add(line);
      }
    }
  }

  /// Sets by name; a run of one set is an object, of several an object with `sets`.
  private static Map<String, JsonNode> sets(Path file) {
    try {
      var whole = JsonMapper.builder().build().readTree(file);
      var sets = new LinkedHashMap<String, JsonNode>();
      for (var set : whole.has("sets") ? whole.get("sets") : List.of(whole)) {
        if (!set.has("cases")) {
          throw new DatasetUnreadable(file + " was not written by `retrieval --json`.");
        }
        sets.put(set.path("set").asString(""), set);
      }
      return sets;
    } catch (JacksonException exception) {
      throw new DatasetUnreadable(file + " cannot be read as JSON; name another file.", exception);
    }
  }
}
