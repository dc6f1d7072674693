package dev.relevo.bot.problem;

import dev.relevo.crm.workspace.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// The pages answers point to: what each problem means and how it is put right.
@Controller
class ProblemPages {

  /// An entry as a page shows it.
  public record Shown(String slug, int status, String title, String explanation) {

    static Shown of(Problem problem, Language language) {
      return new Shown(
          problem.slug(),
          problem.status().value(),
          problem.title(language),
          problem.explanation(language));
    }
  }

  @GetMapping("/problems")
  String all(Locale locale, Model model) {
    return page(List.of(Problem.values()), locale, model);
  }

  @GetMapping("/problems/{slug}")
  String one(@PathVariable String slug, Locale locale, Model model) {
    var found = Arrays.stream(Problem.values()).filter(it -> it.slug().equals(slug)).findFirst();
    return page(
        List.of(found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))),
        locale,
        model);
  }

  private static String page(List<Problem> problems, Locale locale, Model model) {
    var language = Language.of(locale.toLanguageTag()).orElse(Language.ES);
    model.addAttribute("problems", problems.stream().map(it -> Shown.of(it, language)).toList());
    model.addAttribute("alone", problems.size() == 1);
    return "problem/page";
  }
}
