package dev.relevo.eval.floor;

import static dev.relevo.eval.floor.Sql.always;
import static dev.relevo.eval.floor.Sql.numbers;
import static dev.relevo.eval.floor.Sql.texts;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The rows of a turn, in copies of the service's own tables with all their indexes, commit by
/// commit. Foreign keys are not copied: at the floor nothing is checked.
final class Rows {

  private static final List<String> COPIED =
      List.of(
          "crm.contact",
          "crm.thread",
          "crm.address",
          "crm.alias",
          "crm.conversation",
          "crm.message",
          "crm.ground",
          "crm.event",
          "bot.inbound",
          "bot.receipt",
          "bot.parcel",
          "knowledge.asked",
          "knowledge.asked_day",
          "knowledge.row_day",
          "crm.journal_cursor");

  private static final String GROUNDS =
      """
      {"decision":"reply","row":"Q-00","version":1,"score":0.98,"threshold":0.41,
       "candidates":[{"row":"Q-00","score":0.98},{"row":"Q-01","score":0.12},{"row":"Q-02","score":0.08}],
       "reasons":["the words of the row's question"]}
      """;

  private Rows() {}

  /// Makes the tables anew, as their owner.
  static void make(Connection owner) throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS floor CASCADE");
      statement.execute("CREATE SCHEMA floor");
      for (var table : COPIED) {
        var copy = table.replaceFirst("^\\w+", "floor");
        statement.execute("CREATE TABLE %s (LIKE %s INCLUDING ALL)".formatted(copy, table));
      }
      statement.execute("GRANT USAGE ON SCHEMA floor TO relevo_app");
      statement.execute("GRANT ALL ON ALL TABLES IN SCHEMA floor TO relevo_app");
    }
  }

  /// First commit: what was reported, who it is and what they said; then the webhook is answered.
  /// In this order, as the service does: from what is heard to the commit threads are locked.
  static void arrived(Sql sql, List<Arrival> arrivals) throws SQLException {
    var turns = of(Turn.class, arrivals);
    var reports = of(Turn.Report.class, arrivals);
    if (!reports.isEmpty()) {
      reported(sql, reports);
    }
    if (!turns.isEmpty()) {
      heard(sql, turns);
    }
  }

  private static <T extends Arrival> List<T> of(Class<T> kind, List<Arrival> arrivals) {
    return arrivals.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  static void heard(Sql sql, List<Turn> turns) throws SQLException {
    meet(sql, turns.stream().filter(it -> it.person.contact == 0).toList());
    lock(sql, contacts(turns));
    say(sql, turns, true);
    var inbound =
        sql.ids(
            """
            INSERT INTO floor.inbound (workspace_id, channel_id, external_id, contact_id, shard, message_id, epoch,
                                       state, raw, received_at)
            SELECT 1, 'wa', id, contact, contact % 64, message, 0, 'WAITING', raw::jsonb, now()
            FROM unnest(?, ?, ?, ?) AS t (id, contact, message, raw)
            RETURNING id
            """,
            texts(turns, it -> it.externalId),
            contacts(turns),
            numbers(turns, it -> it.message),
            texts(turns, it -> it.raw));
    for (var n = 0; n < turns.size(); n++) {
      turns.get(n).inbound = inbound.get(n);
    }
    sql.write(
        "UPDATE floor.address SET last_inbound_at = now() WHERE id = ANY (?)",
        numbers(turns, it -> it.person.address));
  }

  /// Second commit: the answer, on its way.
  static void answered(Sql sql, List<Turn> turns) throws SQLException {
    lock(sql, contacts(turns));
    sql.write(
        """
        UPDATE floor.inbound SET state = 'DONE', outcome = 'REPLY', fingerprint = 'REPLY row Q', done_at = now()
        WHERE id = ANY (?)
        """,
        numbers(turns, it -> it.inbound));
    say(sql, turns, false);
    var parcels =
        sql.ids(
            """
            INSERT INTO floor.parcel (workspace_id, contact_id, shard, message_id, channel_id, address_id, rank, epoch,
                                      inbound_id, state, due_at, created_at)
            SELECT 1, contact, contact % 64, message, 'wa', address, 1, 0, inbound, 'QUEUED', now(), now()
            FROM unnest(?, ?, ?, ?) AS t (contact, message, address, inbound)
            RETURNING id
            """,
            contacts(turns),
            numbers(turns, it -> it.reply),
            numbers(turns, it -> it.person.address),
            numbers(turns, it -> it.inbound));
    for (var n = 0; n < turns.size(); n++) {
      turns.get(n).parcel = parcels.get(n);
    }
    sql.write(
        """
        UPDATE floor.parcel SET state = 'SENDING', attempts = 1, sending_at = now(), token = 1 WHERE id = ANY (?)
        """,
        parcels.toArray(Long[]::new));
  }

  /// Third commit: the provider took it.
  static void sent(Sql sql, List<Turn> turns) throws SQLException {
    lock(sql, contacts(turns));
    sql.write(
        """
        UPDATE floor.parcel p SET state = 'SENT', external_id = t.external, settled_at = now()
        FROM unnest(?, ?) AS t (id, external) WHERE p.id = t.id
        """,
        numbers(turns, it -> it.parcel),
        texts(turns, it -> it.acceptedAs));
    sql.write(
        """
        UPDATE floor.message m SET state = 'SENT', external_id = t.external, revision = t.revision
        FROM unnest(?, ?, ?) AS t (id, external, revision) WHERE m.id = t.id
        """,
        numbers(turns, it -> it.reply),
        texts(turns, it -> it.acceptedAs),
        numbers(turns, it -> it.person.next()));
    changed(sql, contacts(turns), numbers(turns, it -> it.reply));
  }

  /// Fourth commit: what the provider reports; then its webhook is answered.
  static void reported(Sql sql, List<Turn.Report> reports) throws SQLException {
    sql.write(
        """
        INSERT INTO floor.receipt (workspace_id, channel_id, external_id, kind, callback, provider_at, state, raw,
                                   received_at)
        SELECT 1, 'wa', id, kind, 'relevo-' || parcel, now(), 'WAITING', raw::jsonb, now()
        FROM unnest(?, ?, ?, ?) AS r (id, kind, parcel, raw)
        ON CONFLICT DO NOTHING
        """,
        texts(reports, Turn.Report::externalId),
        texts(reports, Turn.Report::kind),
        numbers(reports, Turn.Report::parcel),
        texts(reports, Turn.Report::raw));
  }

  /// Fifth commit: how far messages got. Receipts are looked up one by one (`OFFSET 0` keeps it
  /// so): the planner would compare all of the channel's with each of the batch.
  static void matched(Sql sql, List<Turn.Report> reports) throws SQLException {
    sql.write(
        """
        UPDATE floor.receipt r SET state = 'DONE'
        FROM unnest(?, ?) AS t (id, kind)
        CROSS JOIN LATERAL (
          SELECT id FROM floor.receipt
          WHERE workspace_id = 1 AND channel_id = 'wa' AND external_id = t.id AND kind = t.kind
          OFFSET 0) AS known
        WHERE r.id = known.id
        """,
        texts(reports, Turn.Report::externalId),
        texts(reports, Turn.Report::kind));
    sql.ids(
        """
        SELECT contact_id FROM floor.thread
        WHERE contact_id IN (SELECT contact_id FROM floor.parcel WHERE id = ANY (?))
        ORDER BY contact_id FOR NO KEY UPDATE
        """,
        numbers(reports, Turn.Report::parcel));
    var telling = reports.stream().filter(it -> !it.kind().equals("SENT")).toList();
    sql.write(
        """
        WITH told AS (
          SELECT p.message_id, p.contact_id, max(t.kind) AS kind
          FROM unnest(?, ?) AS t (parcel, kind) JOIN floor.parcel p ON p.id = t.parcel
          GROUP BY p.message_id, p.contact_id),
        counted AS (
          UPDATE floor.thread t SET sequence = sequence + 1 FROM told WHERE t.contact_id = told.contact_id
          RETURNING t.contact_id, t.sequence),
        moved AS (
          UPDATE floor.message m SET state = told.kind, revision = counted.sequence
          FROM told JOIN counted USING (contact_id) WHERE m.id = told.message_id
          RETURNING m.id, m.contact_id, m.conversation_id)
        INSERT INTO floor.event (workspace_id, contact_id, conversation_id, kind, actor, data, at)
        SELECT 1, contact_id, conversation_id, 'message.changed', 'BOT',
               jsonb_build_object('message', id::text, 'state', 'READ', 'sequence', '1'), now()
        FROM moved
        """,
        numbers(telling, Turn.Report::parcel),
        texts(telling, Turn.Report::kind));
  }

  /// Sixth commit: what was asked, added up by day, and how far the journal was read.
  static void learnt(Sql sql, List<Turn> turns) throws SQLException {
    sql.write(
        """
        INSERT INTO floor.asked (workspace_id, message_id, contact_id, conversation_id, answer_id, decision, row_id,
                                 language, score, version, day, at)
        SELECT 1, message, contact, conversation, reply, 'ANSWER', 'Q-00', 'es', 0.98, 1, current_date, now()
        FROM unnest(?, ?, ?, ?) AS a (message, contact, conversation, reply)
        """,
        numbers(turns, it -> it.message),
        contacts(turns),
        numbers(turns, it -> it.person.conversation),
        numbers(turns, it -> it.reply));
    sql.write(
        """
        INSERT INTO floor.row_day AS d (workspace_id, row_id, day, asked, answered)
        VALUES (1, 'Q-00', current_date, 1, 1)
        ON CONFLICT (workspace_id, row_id, day) DO UPDATE SET asked = d.asked + 1, answered = d.answered + 1
        """);
    sql.write(
        """
        INSERT INTO floor.asked_day AS d (workspace_id, day, answered) VALUES (1, current_date, 1)
        ON CONFLICT (workspace_id, day) DO UPDATE SET answered = d.answered + 1
        """);
    sql.write(
        """
        INSERT INTO floor.journal_cursor AS c (reader, xid, id) VALUES ('floor', pg_current_xact_id(), 1)
        ON CONFLICT (reader) DO UPDATE SET xid = EXCLUDED.xid
        """);
  }

  /// In a fixed order, so that no two commits wait for each other in a circle.
  private static void lock(Sql sql, Long[] contacts) throws SQLException {
    sql.ids(
        """
        SELECT contact_id FROM floor.thread WHERE contact_id = ANY (?) ORDER BY contact_id FOR NO KEY UPDATE
        """,
        new Object[][] {contacts});
  }

  private static void meet(Sql sql, List<Turn> turns) throws SQLException {
    var strangers = List.copyOf(People.firstOfEach(turns));
    if (strangers.isEmpty()) {
      return;
    }
    var contacts =
        sql.ids(
            """
            INSERT INTO floor.contact (workspace_id, name, phone, created_at)
            SELECT 1, 'Cliente ' || phone, '+' || phone, now() FROM unnest(?) AS p (phone) RETURNING id
            """,
            texts(strangers, it -> it.phone));
    var ids = contacts.toArray(Long[]::new);
    sql.write(
        """
        INSERT INTO floor.thread (contact_id, workspace_id, floor_since) SELECT id, 1, now() FROM unnest(?) AS c (id)
        """,
        ids);
    var addresses =
        sql.ids(
            """
            INSERT INTO floor.address (workspace_id, contact_id, channel_id, created_at)
            SELECT 1, id, 'wa', now() FROM unnest(?) AS c (id) RETURNING id
            """,
            ids);
    for (var scope : List.of("wa", "*")) {
      sql.write(
          """
          INSERT INTO floor.alias (workspace_id, scope, kind, value, contact_id, address_id)
          SELECT 1, scope, 'PHONE', phone, contact, address FROM unnest(?, ?, ?, ?) AS a (scope, phone, contact, address)
          """,
          always(strangers, scope),
          texts(strangers, it -> it.phone),
          ids,
          addresses.toArray(Long[]::new));
    }
    var conversations =
        sql.ids(
            """
            INSERT INTO floor.conversation (workspace_id, contact_id, channel_id, opened_at, opened_by)
            SELECT 1, id, 'wa', now(), 'CUSTOMER' FROM unnest(?) AS c (id) RETURNING id
            """,
            ids);
    for (var kind : List.of("contact.created", "conversation.opened")) {
      sql.write(
          """
          INSERT INTO floor.event (workspace_id, contact_id, conversation_id, kind, actor, at)
          SELECT 1, contact, conversation, kind, 'CUSTOMER', now()
          FROM unnest(?, ?, ?) AS e (contact, conversation, kind)
          """,
          ids,
          conversations.toArray(Long[]::new),
          always(strangers, kind));
    }
    for (var n = 0; n < strangers.size(); n++) {
      var person = strangers.get(n).person;
      person.contact = contacts.get(n);
      person.address = addresses.get(n);
      person.conversation = conversations.get(n);
    }
  }

  /// A message, and what changes with it: thread, conversation, journal.
  private static void say(Sql sql, List<Turn> turns, boolean inbound) throws SQLException {
    var sequences = numbers(turns, it -> it.person.next());
    var messages =
        sql.ids(
            """
            INSERT INTO floor.message (workspace_id, contact_id, conversation_id, sequence, revision, inbound, author,
                                       channel_id, address_id, content, state, external_id, created_at)
            SELECT 1, contact, conversation, sequence, sequence, author = 'CUSTOMER', author, 'wa', address,
                   jsonb_build_object('kind', 'text', 'body', body),
                   CASE author WHEN 'CUSTOMER' THEN 'RECEIVED' ELSE 'QUEUED' END, nullif(external, ''), now()
            FROM unnest(?, ?, ?, ?, ?, ?, ?)
              AS t (contact, conversation, sequence, author, address, body, external)
            RETURNING id
            """,
            contacts(turns),
            numbers(turns, it -> it.person.conversation),
            sequences,
            always(turns, inbound ? "CUSTOMER" : "BOT"),
            numbers(turns, it -> it.person.address),
            texts(turns, it -> inbound ? it.text : it.answer),
            texts(turns, it -> inbound ? it.externalId : ""));
    if (!inbound) {
      sql.write(
          """
          INSERT INTO floor.ground (message_id, workspace_id, grounds)
          SELECT message, 1, grounds::jsonb FROM unnest(?, ?) AS g (message, grounds)
          """,
          messages.toArray(Long[]::new),
          always(turns, GROUNDS));
    }
    for (var n = 0; n < turns.size(); n++) {
      if (inbound) {
        turns.get(n).message = messages.get(n);
      } else {
        turns.get(n).reply = messages.get(n);
      }
    }
    sql.write(
        """
        UPDATE floor.thread t
        SET sequence = n.sequence, last_message_at = now(), preview = n.body, unread = unread + 1,
            conversation_id = n.conversation, channel_id = 'wa', address_id = n.address
        FROM unnest(?, ?, ?, ?, ?) AS n (contact, sequence, body, conversation, address)
        WHERE t.contact_id = n.contact
        """,
        contacts(turns),
        sequences,
        texts(turns, it -> inbound ? it.text : it.answer),
        numbers(turns, it -> it.person.conversation),
        numbers(turns, it -> it.person.address));
    sql.write(
        "UPDATE floor.conversation SET incoming = incoming + 1 WHERE id = ANY (?)",
        numbers(turns, it -> it.person.conversation));
    sql.write(
        """
        INSERT INTO floor.event (workspace_id, contact_id, conversation_id, kind, actor, data, at)
        SELECT 1, contact, conversation, kind, 'BOT',
               jsonb_build_object('message', message::text, 'sequence', '1', 'quiet', 'false'), now()
        FROM unnest(?, ?, ?, ?) AS e (contact, conversation, kind, message)
        """,
        contacts(turns),
        numbers(turns, it -> it.person.conversation),
        always(turns, inbound ? "message.received" : "message.sent"),
        messages.toArray(Long[]::new));
  }

  private static void changed(Sql sql, Long[] contacts, Long[] messages) throws SQLException {
    sql.write(
        "UPDATE floor.thread SET sequence = sequence + 1 WHERE contact_id = ANY (?)", contacts);
    sql.write(
        """
        INSERT INTO floor.event (workspace_id, contact_id, kind, actor, data, at)
        SELECT 1, contact, 'message.changed', 'BOT',
               jsonb_build_object('message', message::text, 'state', 'SENT', 'sequence', '1'), now()
        FROM unnest(?, ?) AS e (contact, message)
        """,
        contacts,
        messages);
  }

  private static Long[] contacts(List<Turn> turns) {
    return numbers(turns, it -> it.person.contact);
  }
}
