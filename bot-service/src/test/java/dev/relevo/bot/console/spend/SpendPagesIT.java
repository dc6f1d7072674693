package dev.relevo.bot.console.spend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.access.Visit;
import dev.relevo.bot.console.ConnectedModel;
import dev.relevo.crm.team.Role;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What models cost, in the console.
class SpendPagesIT {

  private static final String PAGE = "/console/assistants/spend";
  private static final String BUDGET = PAGE + "/budget";

  private final Visit owner = Visit.as(Role.OWNER);
  private final Visit manager = Visit.as(Role.MANAGER);

  @AfterEach
  void noBudget() {
    owner.post(BUDGET, Map.of("limit", "", "warn", "80"));
  }

  @Test
  void aBudgetIsSetWarnsWhenItIsSpentAndIsTakenAway() {
    try (var model = new ConnectedModel()) {
      model.owner().post("/console/assistants/model/probe", Map.of());
    }
    assertThat(manager.get(PAGE).body())
        .contains("prueba de la conexión", "sin presupuesto", "43.600")
        .doesNotContain("id=\"budget\"", "budget-warning");

    owner.post(BUDGET, Map.of("limit", "0,000001", "warn", "50"));
    assertThat(manager.get(PAGE).body()).contains("id=\"budget-warning\"", "está gastado");
    assertThat(manager.get("/console/assistants").body()).contains("id=\"budget-warning\"");

    owner.post(BUDGET, Map.of("limit", "9000", "warn", "50"));
    assertThat(owner.get(PAGE).body())
        .contains("value=\"9000\"", "value=\"50\"")
        .doesNotContain("budget-warning");

    owner.post(BUDGET, Map.of("limit", "", "warn", "50"));
    assertThat(owner.get(PAGE).body()).contains("sin presupuesto", "Ya no hay presupuesto");
  }

  @Test
  void whatIsNoBudgetIsNamedAndNotSaved() {
    for (var limit : new String[] {"mucho", "0", "-5", "99999999"}) {
      owner.post(BUDGET, Map.of("limit", limit, "warn", "80"));
      assertThat(owner.get(PAGE).body())
          .as(limit)
          .contains("role=\"alert\"", "Presupuesto del mes", "sin presupuesto");
    }
    owner.post(BUDGET, Map.of("limit", "5", "warn", "101"));
    assertThat(owner.get(PAGE).body()).contains("role=\"alert\"", "Avisar desde");
  }

  @Test
  void budgetsAreTheOwners() {
    assertThat(manager.post(BUDGET, Map.of("limit", "5", "warn", "80")).statusCode())
        .isEqualTo(403);
    assertThat(Visit.as(Role.AGENT).get(PAGE).statusCode()).isEqualTo(403);
    assertThat(manager.get(PAGE + "?days=7").body()).contains("aria-current=\"true\"");
  }
}
