package dev.relevo.knowledge.check;

import dev.relevo.knowledge.check.Finding.Kind;
import dev.relevo.knowledge.matrix.Column;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.sentence.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// Attachments that cannot be fetched. All are asked for at the same time, each address once.
final class Attachments {

  /// More addresses than these are not asked for: the checks are to end.
  private static final int MOST = 500;

  private Attachments() {}

  static List<Finding> in(List<Row> rows, Reachability reachability) {
    var urls = rows.stream().flatMap(row -> url(row).stream()).distinct().limit(MOST).toList();
    var obstacles = obstacles(urls, reachability);
    var findings = new ArrayList<Finding>();
    for (var row : rows) {
      url(row)
          .flatMap(url -> Optional.ofNullable(obstacles.get(url)))
          .ifPresent(why -> findings.add(finding(row, why)));
    }
    return findings;
  }

  private static Map<String, Sentence> obstacles(List<String> urls, Reachability reachability) {
    var obstacles = new HashMap<String, Sentence>();
    try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
      var asking = urls.stream().map(url -> asking(url, reachability)).toList();
      var answers = askers.invokeAll(asking);
      for (int at = 0; at < urls.size(); at++) {
        var url = urls.get(at);
        answers.get(at).get().ifPresent(why -> obstacles.put(url, why));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("an attachment could not be asked for", e);
    }
    return obstacles;
  }

  private static Callable<Optional<Sentence>> asking(String url, Reachability reachability) {
    return () -> reachability.obstacle(url);
  }

  private static Finding finding(Row row, Sentence why) {
    return new Finding(
        Kind.UNREACHABLE_ATTACHMENT,
        row.id(),
        Optional.empty(),
        List.of(url(row).orElse(""), why.kept()),
        Texts.rewritten(row, Map.of(Column.ATTACHMENT, "")));
  }

  private static Optional<String> url(Row row) {
    return row.attachment().map(Row.Attachment::url);
  }
}
