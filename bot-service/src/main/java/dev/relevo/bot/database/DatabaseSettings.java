package dev.relevo.bot.database;

import dev.relevo.bot.setting.CannotStart;
import java.util.Arrays;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which PostgreSQL (`RELEVO_DATABASE_URL`, `_USER`, `_PASSWORD`; no address = the embedded one),
/// and how many connections each kind of work may hold at once. `bundledVersion` is PostgreSQL's in
/// this build, written by the build.
@ConfigurationProperties("relevo.database")
record DatabaseSettings(
    @DefaultValue("") String url,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    String bundledVersion,
    @DefaultValue Connections connections) {

  DatabaseSettings {
    url = url.strip();
    if (url.isEmpty() && !(user.isEmpty() && password.isEmpty())) {
      throw new CannotStart(
          "RELEVO_DATABASE_USER or RELEVO_DATABASE_PASSWORD is set, but RELEVO_DATABASE_URL is not; set it too, or unset them to use the embedded database.");
    }
    if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
      throw new CannotStart(
          "RELEVO_DATABASE_URL is not the address of a PostgreSQL; write it like jdbc:postgresql://host:5432/relevo");
    }
  }

  boolean embedded() {
    return url.isEmpty();
  }

  @Override
  public String toString() {
    return "DatabaseSettings[user=%s, connections=%s]".formatted(user, connections);
  }

  /// Upper bounds, each at least 1.
  record Connections(
      @DefaultValue("8") int pages,
      @DefaultValue("8") int webhooks,
      @DefaultValue("8") int turns,
      @DefaultValue("8") int couriers) {
    Connections {
      if (Math.min(Math.min(pages, webhooks), Math.min(turns, couriers)) < 1) {
        throw new CannotStart(
            "relevo.database.connections: each kind of work needs at least 1 connection.");
      }
    }

    int of(Workload workload) {
      return switch (workload) {
        case PAGES -> pages;
        case WEBHOOKS -> webhooks;
        case TURNS -> turns;
        case COURIERS -> couriers;
        case LEASES, SIGNALS -> 1;
      };
    }

    int total() {
      return Arrays.stream(Workload.values()).mapToInt(this::of).sum();
    }
  }
}
