package dev.relevo.crm.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relevo.crm.TestCrm;
import dev.relevo.crm.workspace.Language;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MembersIT {
  private final TestCrm crm = new TestCrm();

  @Test
  void anEmailBelongsToOneActiveMember() {
    var luis = crm.aMember();
    assertThat(crm.members().byEmail(" " + luis.email().toUpperCase(Locale.ROOT))).contains(luis);
    assertThatThrownBy(() -> add(luis.email())).isInstanceOf(EmailTaken.class);
    crm.members().deactivate(luis.id());
    assertThat(crm.members().byEmail(luis.email())).isEmpty();
    assertThat(add(luis.email()).id()).isNotEqualTo(luis.id());
    assertThat(crm.members().find(crm.workspace(), luis.id()).orElseThrow().active()).isFalse();
  }

  @Test
  void someoneIsThereWhileAConsoleWasSeenLately() {
    var luis = crm.aMember();
    assertThat(crm.members().someoneIsThere(crm.workspace())).isFalse();
    crm.members().seen(luis.id());
    assertThat(crm.members().someoneIsThere(crm.workspace())).isTrue();
    assertThat(crm.members().find(crm.workspace(), luis.id()).orElseThrow().present()).isTrue();
    crm.members().available(luis.id(), false);
    assertThat(crm.members().someoneIsThere(crm.workspace())).isFalse();
    crm.members().available(luis.id(), true);
    crm.clock().goOn(Duration.ofSeconds(61));
    assertThat(crm.members().someoneIsThere(crm.workspace())).isFalse();
  }

  @Test
  void aMemberIsRenamedAndGetsAnotherRole() {
    var luis = crm.aMember(Role.AGENT);
    crm.members().rename(luis.id(), "Luis", Language.PT);
    crm.members().changeRole(luis.id(), Role.MANAGER);
    var changed = crm.members().find(crm.workspace(), luis.id()).orElseThrow();
    assertThat(changed.name()).isEqualTo("Luis");
    assertThat(changed.language()).isEqualTo(Language.PT);
    assertThat(changed.role()).isEqualTo(Role.MANAGER);
    assertThat(crm.members().all(crm.workspace())).containsExactly(changed);
  }

  private Member add(String email) {
    return crm.members().add(crm.workspace(), email, "Luis", Role.AGENT, Language.ES);
  }
}
