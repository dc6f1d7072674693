package dev.relevo.bot.audit;

import dev.relevo.crm.sql.Column;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// The audit log of each workspace.
@Component
public class Audit {

  /// The longest word about an act, in characters; what is longer is cut.
  public static final int LONGEST = 80;

  private final AuditTable table;
  private final Clock clock;

  Audit(AuditTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /// Which lines are wanted.
  ///
  /// @param member what they did, and what was done to them
  public record Filter(Optional<MemberId> member, Optional<Act> act) {}

  /// Writes an act down, with where the request at hand came from. Inside a transaction it stands
  /// or falls with it.
  ///
  /// @param about numbers and names, never a secret or a text of customers
  public void note(WorkspaceId workspace, Actor actor, Act act, Map<String, String> about) {
    var said = new TreeMap<String, String>();
    about.forEach((word, value) -> said.put(word, cut(Column.clean(value))));
    table.add(workspace, new Entry(0, Column.now(clock), actor, act, said, Whence.masked()));
  }

  /// Lines, newest first.
  ///
  /// @param before only those older than this one; as many as there are when it is empty
  public List<Entry> page(WorkspaceId workspace, Filter filter, Optional<Long> before, int most) {
    return table.page(workspace, filter, before.orElse(Long.MAX_VALUE), most);
  }

  private static String cut(String value) {
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
  }
}
