package dev.relevo.bot.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.bot.database.Tenancy;
import dev.relevo.crm.team.Role;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Behind each kind of door there is, for the time of this test, a room that tells as whom it
/// reaches the database.
class TenantDoorsIT {

  private static final RunningApplication APPLICATION = RunningApplication.shared();
  private static final List<RequestMappingInfo> ROOMS =
      List.of(room("/console/reach"), room("/api/reach"), room("/webchat/v1/{channel}/reach"));

  /// Tells how far it sees.
  static class Telling {

    @Door(Role.AGENT)
    @Needs(Scope.MATRIX_READ)
    public ResponseEntity<String> reach() {
      return ResponseEntity.ok(seen());
    }
  }

  @BeforeAll
  static void open() throws NoSuchMethodException {
    var telling = Telling.class.getMethod("reach");
    for (var room : ROOMS) {
      mapping().registerMapping(room, new Telling(), telling);
    }
  }

  @AfterAll
  static void close() {
    ROOMS.forEach(mapping()::unregisterMapping);
  }

  @Test
  void behindTheConsolesDoorsTheMembersWorkspaceIsSeen() {
    assertThat(Visit.as(Role.AGENT).get("/console/reach").body())
        .isEqualTo("relevo_tenant " + Invited.owner().workspaceNumber());
  }

  @Test
  void behindTheApisDoorsTheKeysWorkspaceIsSeen() {
    var elsewhere = Partner.elsewhere(Scope.MATRIX_READ);
    assertThat(
            new Visit(Map.of("Authorization", "Bearer " + elsewhere.key()))
                .get("/api/reach")
                .body())
        .isEqualTo("relevo_tenant " + elsewhere.workspace().value());
  }

  @Test
  void behindTheWebChatsDoorsTheChannelsWorkspaceIsSeen() {
    assertThat(new Visit().get("/webchat/v1/web/reach").body())
        .isEqualTo("relevo_tenant " + Invited.owner().workspaceNumber());
  }

  @Test
  void roomsWithoutADoorSeeEveryWorkspace() {
    assertThat(seen()).isEqualTo("relevo_app ");
  }

  /// What policies would keep from being used ([Tenancy]).
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "contact_words | SELECT 1 FROM crm.contact_line WHERE words @@ 'ana'::tsquery",
        "message_words | SELECT 1 FROM crm.said_line WHERE words @@ 'ana'::tsquery",
        "draft_row_words | SELECT 1 FROM knowledge.draft_line WHERE words @@ 'ana'::tsquery",
        "\"position\" > '5'::numeric | SELECT 1 FROM knowledge.draft_line WHERE workspace_id = 1 AND position > 5",
      })
  void tenantsSearchByTheSameIndexes(String index, String search) {
    var jdbc = APPLICATION.bean(JdbcClient.class);
    var plan =
        Tenancy.within(
            Invited.workspace(),
            () ->
                new TransactionTemplate(APPLICATION.bean(PlatformTransactionManager.class))
                    .execute(_ -> {
                      jdbc.sql("SET LOCAL enable_seqscan = off").update();
                      return jdbc.sql("EXPLAIN " + search)
                          .query((row, _) -> row.getString(1))
                          .list();
                    }));

    assertThat(String.join("\n", plan))
        .contains("relevo.workspace")
        .containsPattern("(Index Cond|on|using).*" + Pattern.quote(index));
  }

  private static String seen() {
    return APPLICATION
        .bean(JdbcClient.class)
        .sql(
            "SELECT current_user || ' ' || coalesce(current_setting('relevo.workspace', true), '')")
        .query(String.class)
        .single();
  }

  private static RequestMappingInfo room(String path) {
    return RequestMappingInfo.paths(path).build();
  }

  private static RequestMappingHandlerMapping mapping() {
    return APPLICATION.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
  }
}
