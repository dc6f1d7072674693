package dev.relevo.bot.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.crm.team.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
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
