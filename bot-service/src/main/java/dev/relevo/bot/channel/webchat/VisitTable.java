package dev.relevo.bot.channel.webchat;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `bot.webchat_visit`.
@Repository
class VisitTable {

  private final JdbcClient jdbc;

  VisitTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Visit(String url, String title, String locale) {}

  /// Whether it is another page than before.
  boolean store(WorkspaceId workspace, ContactId contact, Visit visit, Instant at) {
    return jdbc.sql(
                """
                INSERT INTO bot.webchat_visit (workspace_id, contact_id, url, title, locale, at)
                VALUES (:workspace, :contact, :url, :title, :locale, :at)
                ON CONFLICT (contact_id) DO UPDATE
                SET url = excluded.url, title = excluded.title, locale = excluded.locale, at = excluded.at
                WHERE bot.webchat_visit.url <> excluded.url
                """)
            .param("workspace", workspace.value())
            .param("contact", contact.value())
            .param("url", visit.url())
            .param("title", visit.title())
            .param("locale", visit.locale())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Optional<Visit> find(ContactId contact) {
    return jdbc.sql("SELECT url, title, locale FROM bot.webchat_visit WHERE contact_id = :contact")
        .param("contact", contact.value())
        .query((row, _) ->
            new Visit(row.getString("url"), row.getString("title"), row.getString("locale")))
        .optional();
  }

  /// The newer of two stays.
  void move(ContactId from, ContactId to) {
    jdbc.sql(
            """
            INSERT INTO bot.webchat_visit (workspace_id, contact_id, url, title, locale, at)
            SELECT workspace_id, :to, url, title, locale, at
            FROM bot.webchat_visit WHERE contact_id = :from
            ON CONFLICT (contact_id) DO UPDATE
            SET url = excluded.url, title = excluded.title, locale = excluded.locale, at = excluded.at
            WHERE bot.webchat_visit.at < excluded.at
            """)
        .param("from", from.value())
        .param("to", to.value())
        .update();
    erase(from);
  }

  void erase(ContactId contact) {
    jdbc.sql("DELETE FROM bot.webchat_visit WHERE contact_id = :contact")
        .param("contact", contact.value())
        .update();
  }
}
