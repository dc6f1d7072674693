package dev.relevo.bot.assistant;

import dev.relevo.crm.TestCrm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/// The assistants of a test's workspaces.
public final class TestAssistants {

  private TestAssistants() {}

  public static Assistants of(TestCrm crm) {
    return new Assistants(
        new AssistantTable(crm.bean(JdbcClient.class), crm.bean(JsonMapper.class)),
        crm.journal(),
        crm.bean(PlatformTransactionManager.class),
        crm.clock());
  }
}
