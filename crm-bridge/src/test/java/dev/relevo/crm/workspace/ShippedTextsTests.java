package dev.relevo.crm.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShippedTextsTests {
  @ParameterizedTest
  @EnumSource(Language.class)
  void everyWordingIsShippedInEveryLanguage(Language language) {
    for (var wording : Wording.values()) {
      assertThat(Workspaces.shipped(wording, language)).as(wording.name()).isNotBlank();
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void labelsFitOnAButton(Language language) {
    assertThat(Workspaces.shipped(Wording.TALK_TO_A_PERSON, language).length())
        .isLessThanOrEqualTo(20);
    assertThat(Workspaces.shipped(Wording.SEE_OPTIONS, language).length()).isLessThanOrEqualTo(20);
  }
}
