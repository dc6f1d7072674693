package dev.relevo.bot.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.access.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemPagesIT {

  @ParameterizedTest
  @EnumSource
  void explainsEveryProblemAtItsAddress(Problem problem) {
    var page = new Visit().get(problem.type());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(problem.slug())
        .contains(Integer.toString(problem.status().value()));
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(it -> assertThat(it).startsWith("default-src 'none'"));
  }

  @Test
  void listsThemAllAndNoOther() {
    var visit = new Visit();
    assertThat(visit.get("/problems").body())
        .contains("/problems/row-changed")
        .contains("/problems/text-too-long");
    assertThat(visit.get("/problems/nada").statusCode()).isEqualTo(404);
  }
}
