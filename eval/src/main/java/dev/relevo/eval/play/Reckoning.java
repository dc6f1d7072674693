package dev.relevo.eval.play;

import dev.relevo.bot.channel.whatsapp.GraphStandIn;
import dev.relevo.eval.service.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Waits for the last answers to a script that customers have delivered, and counts what came of
/// it.
///
/// @param database the service's, open
public record Reckoning(
    Script script, Customers customers, GraphStandIn provider, Database database) {

  private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(4);
  private static final Duration QUIET_WITHIN = Duration.ofMinutes(1);
  private static final Duration AFTERWARDS = Duration.ofSeconds(2);
  private static final Pattern WAMID = Pattern.compile("wamid\\.IN-(\\d+)-(\\d+)");

  private static final String UNDONE =
      """
      SELECT (SELECT count(*) FROM bot.inbound WHERE state = 'WAITING')
        + (SELECT count(*) FROM bot.parcel WHERE state IN ('QUEUED', 'SENDING', 'UNKNOWN'))
      """;

  private static final String OTHERWISE =
      """
      SELECT format('%s, %s times: %s', outcome, count(DISTINCT id), string_agg(DISTINCT reasons, '; '))
      FROM (
        SELECT i.id, i.outcome, coalesce(e.grounds ->> 'reasons', 'nothing said') AS reasons
        FROM bot.inbound i
        LEFT JOIN bot.parcel p ON p.inbound_id = i.id
        LEFT JOIN crm.ground e ON e.message_id = p.message_id
        WHERE i.state = 'DONE' AND i.outcome <> 'REPLY') AS turn
      GROUP BY outcome ORDER BY outcome
      """;

  /// Returns when every answer is there and the service itself has nothing more to do, as a doubled
  /// reply would come late; or after as long as that may take.
  public void await() throws SQLException, InterruptedException {
    var deadline = System.nanoTime() + ANSWERED_WITHIN.toNanos();
    while (System.nanoTime() < deadline && Answers.in(provider.taken()).lost(script) > 0) {
      Thread.sleep(200);
    }
    deadline = System.nanoTime() + QUIET_WITHIN.toNanos();
    while (System.nanoTime() < deadline && database.number(UNDONE) > 0) {
      Thread.sleep(200);
    }
    Thread.sleep(AFTERWARDS);
  }

  /// Counts.
  ///
  /// @param onTheWire references of parcels of which the service could not know that the provider
  ///   had them
  public Outcome outcome(Set<String> onTheWire) throws SQLException {
    var answers = Answers.in(provider.taken());
    return new Outcome(
        script.lines().size(),
        customers.total(),
        answers.lost(script),
        answers.doubledReplies(script),
        answers.wrongOrder(customers.delivered()),
        answers.wrongOrder(ledger()),
        answers.doubledSends(),
        onTheWire.size(),
        answers.doubledBut(onTheWire),
        answers.strangers(),
        database.column(OTHERWISE));
  }

  /// Every customer's messages as they were committed.
  private List<List<Script.Line>> ledger() throws SQLException {
    var byCustomer = new LinkedHashMap<Integer, List<Script.Line>>();
    for (var id : database.column("SELECT external_id FROM bot.inbound ORDER BY id")) {
      var wamid = WAMID.matcher(id);
      if (wamid.matches()) {
        var customer = Integer.parseInt(wamid.group(1));
        byCustomer
            .computeIfAbsent(customer, _ -> new ArrayList<>())
            .add(new Script.Line(customer, Integer.parseInt(wamid.group(2))));
      }
    }
    return List.copyOf(byCustomer.values());
  }
}
