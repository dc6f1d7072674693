package dev.relevo.knowledge.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupingTests {

  private static final GapTable.Candidate SHIPPING = candidate(1, "envíos a Galápagos", "ENV-1");
  private static final GapTable.Candidate WARRANTY = candidate(2, "garantía de los equipos", "");

  @Test
  void joinsTheGroupItIsMostLike() {
    assertThat(nearest("hacen envíos a galápagos?", "")).hasValue(SHIPPING);
    assertThat(nearest("¿los equipos tienen garantía?", "")).hasValue(WARRANTY);
  }

  @Test
  void foundsAGroupWhenItIsLikeNone() {
    assertThat(nearest("horario de atención", "")).isEmpty();
    assertThat(nearest("horario de atención", "ENV-1")).isEmpty();
  }

  @Test
  void takesTheOlderOfTwoGroupsThatAreAsLike() {
    var twin = candidate(7, "envíos a Galápagos", "ENV-1");
    assertThat(Grouping.nearest(Likeness.words("envíos a Galápagos"), "", List.of(twin, SHIPPING)))
        .hasValue(SHIPPING);
  }

  private static java.util.Optional<GapTable.Candidate> nearest(String question, String row) {
    return Grouping.nearest(Likeness.words(question), row, List.of(WARRANTY, SHIPPING));
  }

  private static GapTable.Candidate candidate(long id, String founder, String row) {
    return new GapTable.Candidate(id, Gap.State.OPEN, Likeness.words(founder), row);
  }
}
