package dev.relevo.crm.team;

import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The people who serve a workspace, and who of them is there now.
@Component
public class Members {
  /// How long after a console was seen its member still counts as there.
  static final Duration PRESENCE = Duration.ofMinutes(1);

  private final MemberTable table;
  private final Clock clock;

  Members(MemberTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  public Optional<Member> find(WorkspaceId workspace, MemberId id) {
    return table.find(workspace, id, clock.instant().minus(PRESENCE));
  }

  /// The active member with that e-mail, in whichever workspace.
  public Optional<Member> byEmail(String email) {
    return table.byEmail(email.strip(), clock.instant().minus(PRESENCE));
  }

  /// Active members by name.
  public List<Member> all(WorkspaceId workspace) {
    return table.active(workspace, clock.instant().minus(PRESENCE));
  }

  /// Adds a member; throws [EmailTaken] when the e-mail is in use.
  public Member add(
      WorkspaceId workspace, String email, String name, Role role, Language language) {
    var id =
        table
            .insert(workspace, email.strip(), name.strip(), role, language, Column.now(clock))
            .orElseThrow(() -> new EmailTaken(email));
    return find(workspace, id).orElseThrow();
  }

  public void rename(MemberId id, String name, Language language) {
    table.rename(id, name.strip(), language);
  }

  public void changeRole(MemberId id, Role role) {
    table.changeRole(id, role);
  }

  /// Ends a member's access; what they did stays.
  public void deactivate(MemberId id) {
    table.deactivate(id);
  }

  /// A console of the member is open now; called at most every 20 seconds.
  public void seen(MemberId id) {
    table.seen(id, Column.now(clock));
  }

  public void available(MemberId id, boolean available) {
    table.available(id, available);
  }

  /// Whether anybody could take a conversation now: available, and seen within the last minute.
  public boolean someoneIsThere(WorkspaceId workspace) {
    return table.anyPresent(workspace, clock.instant().minus(PRESENCE));
  }
}
