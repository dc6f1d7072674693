package dev.relevo.eval.scorecard;

import dev.relevo.eval.dataset.Dialogue.Expected;
import dev.relevo.eval.metric.Share;
import dev.relevo.eval.talk.DialogueRun;
import dev.relevo.eval.talk.Said;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// What came of dialogues, by language and apart for what only the conversation explains.
///
/// @param groups by name, each with its shares by name
public record DialogueScorecard(DialogueRun run, Map<String, Map<String, Share>> groups) {

  private static final String FRAME =
      """
      <!doctype html>
      <html lang="en"><meta charset="utf-8"><title>Dialogues</title>
      <style>
      body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem; color: #1c2430 }
      table { border-collapse: collapse } th, td { padding: .35rem .7rem; text-align: right }
      th:first-child, td:first-child { text-align: left } tr + tr { border-top: 1px solid #d8dee6 }
      </style>
      <h1>Dialogues, MODEL</h1>
      <table>
      LINES
      </table>
      """;

  /// Counts a run.
  public static DialogueScorecard of(DialogueRun run) {
    var groups = new LinkedHashMap<String, Map<String, Share>>();
    groups.put("all", shares(run, _ -> true));
    groups.put("alone", shares(run, it -> !it.turn().followUp()));
    groups.put("follow-ups", shares(run, it -> it.turn().followUp()));
    for (var language : List.of("es", "en", "pt")) {
      groups.put(
          language, shares(run, it -> it.dialogue().language().getLanguage().equals(language)));
    }
    return new DialogueScorecard(run, groups);
  }

  private static Map<String, Share> shares(DialogueRun run, Predicate<Said> in) {
    var some = run.said().stream().filter(in).toList();
    var shares = new LinkedHashMap<String, Share>();
    shares.put("as expected", Share.of(some, _ -> true, Said::right));
    shares.put("right row", Share.of(some, Said::wantsRow, it -> it.answered() && it.right()));
    shares.put("right row offered", Share.of(some, Said::wantsRow, Said::rightlyOffered));
    shares.put("wrong row", Share.of(some, _ -> true, Said::wronglyAnswered));
    shares.put("abstained", of(some, Expected.ABSTAINED));
    shares.put("offered or asked back", Share.of(some, DialogueScorecard::isVague, Said::right));
    shares.put("handed off", of(some, Expected.HANDED_OFF));
    shares.put("silent", of(some, Expected.SILENT));
    return shares;
  }

  /// Of the turns that are to end so and not as an answer.
  private static Share of(List<Said> some, Expected kind) {
    return Share.of(some, it -> it.turn().expect().contains(kind) && !it.wantsRow(), Said::right);
  }

  private static boolean isVague(Said said) {
    return said.turn().expect().contains(Expected.OFFERED) && !said.wantsRow();
  }

  /// For a terminal.
  public String table() {
    var text =
        new StringBuilder("Dialogues, %s: %d turns\n".formatted(run.model(), run.said().size()));
    text.append("share: good/counted [95 %]\n");
    groups.forEach((group, shares) -> {
      text.append("\n").append(group).append("\n");
      shares.forEach((name, share) -> {
        if (share.of() > 0) {
          text.append("  %-22s %s\n".formatted(name, number(share)));
        }
      });
    });
    return text.toString();
  }

  /// Every turn that did not end as expected, a line each.
  public String wrong() {
    return run.said().stream()
        .filter(it -> !it.right())
        .map(it ->
            "%s%s «%s»: %s %s, expected %s %s"
                .formatted(
                    it.dialogue().id(),
                    it.turn().followUp() ? " (follow-up)" : "",
                    it.turn().text(),
                    it.came().kind(),
                    it.came().rows(),
                    it.turn().expect(),
                    it.turn().rowIds()))
        .collect(Collectors.joining("\n"));
  }

  /// As JSON; a share of nothing is left out.
  public String json() {
    var object = new LinkedHashMap<String, Object>();
    object.put("model", run.model());
    object.put("turns", run.said().size());
    groups.forEach((group, shares) -> {
      var numbers = new LinkedHashMap<String, Object>();
      shares.forEach((name, share) -> {
        if (share.of() > 0) {
          numbers.put(
              name,
              Map.of(
                  "of", share.of(),
                  "share", share.interval().value(),
                  "interval95", List.of(share.interval().low(), share.interval().high())));
        }
      });
      object.put(group, numbers);
    });
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(object);
  }

  /// As a page.
  public String page() {
    var names = groups.values().iterator().next().keySet();
    var header =
        "<tr><th></th>"
            + names.stream().map(it -> "<th>" + it + "</th>").collect(Collectors.joining())
            + "</tr>\n";
    var lines =
        groups.entrySet().stream()
            .map(group ->
                "<tr><td>"
                    + group.getKey()
                    + "</td>"
                    + group.getValue().values().stream()
                        .map(it -> "<td>" + number(it) + "</td>")
                        .collect(Collectors.joining())
                    + "</tr>")
            .collect(Collectors.joining("\n"));
    return FRAME
        .replace("MODEL", run.model().replace("&", "&amp;").replace("<", "&lt;"))
        .replace("LINES", header + lines);
  }

  private static String number(Share share) {
    return share.of() == 0
        ? "–"
        : String.format(
            Locale.ROOT,
            "%.3f  %d/%d [%.3f–%.3f]",
            share.interval().value(),
            share.good(),
            share.of(),
            share.interval().low(),
            share.interval().high());
  }
}
