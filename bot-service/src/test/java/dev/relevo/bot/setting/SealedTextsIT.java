package dev.relevo.bot.setting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.browser.RunningApplication;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The key is changed for everything that lies sealed in the database.
class SealedTextsIT {

  private static final RunningApplication APPLICATION = RunningApplication.shared();

  private static final Map<String, String> SEALED =
      Map.of(
          "model-key",
          "one",
          "model-headers",
          "two",
          "dialogflow-key",
          "three",
          "sheet-key",
          "four");

  private static final byte[] OLD = bytes("the key that is given up, long enough");
  private static final byte[] NEW = bytes("the key that takes its place, long enough");
  private static final Secrets BEFORE = new Secrets(OLD);

  @Test
  void everyColumnThatIsSealedIsSealedAnew() {
    var jdbc = APPLICATION.bean(JdbcClient.class);
    var workspace = workspaceWithSealedTexts(jdbc);

    var count = APPLICATION.bean(KeyChange.class).renew(new Secrets(NEW, Optional.of(OLD)));

    assertThat(count.fresh()).isEqualTo(SEALED.size());
    var after = new Secrets(NEW);
    assertThat(sealed(jdbc, workspace))
        .flatExtracting(it ->
            SEALED.keySet().stream().flatMap(purpose -> after.open(purpose, it).stream()).toList())
        .containsExactlyInAnyOrderElementsOf(SEALED.values());
  }

  private static List<String> sealed(JdbcClient jdbc, long workspace) {
    return jdbc.sql(
            """
            SELECT sealed_key FROM bot.model_connection WHERE workspace_id = :id UNION ALL
            SELECT sealed_headers FROM bot.model_connection WHERE workspace_id = :id UNION ALL
            SELECT credentials FROM bot.dialogflow_connection WHERE workspace_id = :id UNION ALL
            SELECT sealed_key FROM knowledge.sheet WHERE workspace_id = :id
            """)
        .param("id", workspace)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private static String sealed(String purpose) {
    return BEFORE.seal(purpose, SEALED.getOrDefault(purpose, ""));
  }

  private static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }

  private static long workspaceWithSealedTexts(JdbcClient jdbc) {
    var workspace =
        jdbc.sql(
                "INSERT INTO crm.workspace (name, created_at) VALUES ('Llaves', now()) RETURNING id")
            .query(Long.class)
            .single();
    var member =
        jdbc.sql(
                """
                INSERT INTO crm.member (workspace_id, email, name, role, language, created_at)
                VALUES (:id, 'llaves@prueba.ec', 'Llaves', 'OWNER', 'es', now()) RETURNING id
                """)
            .param("id", workspace)
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            INSERT INTO bot.model_connection
              (workspace_id, base_url, model, sealed_key, sealed_headers, prices, changed_at, changed_by)
            VALUES (:id, 'https://example.org', 'm', :key, :headers, '', now(), :by)
            """)
        .param("id", workspace)
        .param("key", sealed("model-key"))
        .param("headers", sealed("model-headers"))
        .param("by", member)
        .update();
    jdbc.sql(
            """
            INSERT INTO bot.dialogflow_connection
              (workspace_id, project, location, agent, account, credentials, changed_by, changed_at)
            VALUES (:id, 'p', 'l', 'a', 'x', :key, :by, now())
            """)
        .param("id", workspace)
        .param("key", sealed("dialogflow-key"))
        .param("by", member)
        .update();
    jdbc.sql(
            """
            INSERT INTO knowledge.sheet
              (workspace_id, spreadsheet, sheet, account, sealed_key, connected_by, connected_at, due_at)
            VALUES (:id, '0123456789', 'Hoja', 'x', :key, 'x', now(), now() + interval '1 day')
            """)
        .param("id", workspace)
        .param("key", sealed("sheet-key"))
        .update();
    return workspace;
  }
}
