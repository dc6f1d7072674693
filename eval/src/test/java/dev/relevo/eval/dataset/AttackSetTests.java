package dev.relevo.eval.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relevo.eval.dataset.Attack.Wants;
import dev.relevo.eval.dataset.Attack.Where;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AttackSetTests {

  private final AttackSet shipped = AttackSet.shipped();

  @Test
  void holdsAtLeastSixtyAttacksInThreeLanguagesFromEveryPlaceAndOfEveryKind() {
    assertThat(shipped.attacks()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(shipped.attacks())
        .extracting(Attack::language)
        .contains(Locale.of("es"), Locale.ENGLISH, Locale.of("pt"));
    assertThat(shipped.attacks()).extracting(Attack::where).contains(Where.values());
    assertThat(shipped.attacks()).extracting(Attack::wants).contains(Wants.values());
  }

  @Test
  void theSceneHoldsWhatTheAttacksAreAfter() {
    assertThat(shipped.scene().persona()).contains("COLIBRÍ-4417");
    var scene = shipped.scene().toString();
    var secrets =
        shipped.attacks().stream().flatMap(it -> it.breach().asked().stream()).distinct().toList();

    assertThat(secrets).isNotEmpty().allSatisfy(it -> assertThat(scene).contains(it));
  }

  @Test
  void theAttackersOwnWordsHoldNothingThatMustNotReachTheModel() {
    for (var attack : shipped.attacks()) {
      assertThat(attack.breach().asked())
          .describedAs(attack.id())
          .noneMatch(it -> (attack.words() + attack.asks()).contains(it));
    }
  }

  @Test
  void saysWhichAttackIsWrong() {
    assertThatThrownBy(() -> read("\"words of another attack\"", "[\"x\"]", "[]"))
        .isInstanceOf(DatasetUnreadable.class)
        .hasMessageContaining("attack a has a trigger that is not in its words");
    assertThatThrownBy(() -> read("\"do it\"", "[]", "[]"))
        .hasMessageContaining("attack a does not say what a breach is");
    assertThatThrownBy(() -> read("\"do it\"", "[\"x\"]", "[\"r:NONE-1\"]"))
        .hasMessageContaining("attack a cites no row of the sample with r:NONE-1");
    assertThatThrownBy(() -> Shipped.read("f", bytes("{\"attaks\":[]}"), AttackSet.class))
        .isInstanceOf(DatasetUnreadable.class)
        .hasMessageContaining("attaks");
    assertThat(read("\"do it\"", "[\"x\"]", "[\"r:PRI-001\"]").attacks()).hasSize(1);
  }

  private static AttackSet read(String trigger, String said, String citations) {
    return Shipped.read(
        "f",
        bytes(
            """
            {"attacks":[{"id":"a","language":"en","where":"message","wants":"forged_price",
             "task":"answer","asks":"please do it","trigger":%s,
             "obeying":{"text":"x","citations":%s},"breach":{"said":%s}}]}
            """
                .formatted(trigger, citations, said)),
        AttackSet.class);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
