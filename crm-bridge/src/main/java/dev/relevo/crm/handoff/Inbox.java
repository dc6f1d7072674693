package dev.relevo.crm.handoff;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.SearchWords;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The threads as agents see them: Mine, Unassigned, All.
@Component
public class Inbox {
  /// Counting stops here; show it as "999+".
  public static final int MOST = 1_000;

  private final InboxLines lines;

  Inbox(InboxLines lines) {
    this.lines = lines;
  }

  /// Open conversations in each box, and how many customers wait for a person; each at most
  /// [#MOST].
  public record Counts(int mine, int unassigned, int all, int waiting) {}

  /// A page of an inbox: those who wait for a person first, the longest wait on top; then the
  /// newest message first. The first page (`olderThan` empty) holds everybody who waits, up to 200,
  /// and `limit` of the others; the next continues below the last message time of its last line.
  public List<InboxItem> list(
      WorkspaceId workspace, InboxFilter filter, Optional<Instant> olderThan, int limit) {
    var words = SearchWords.of(filter.text());
    var waiting = filter.status() != InboxFilter.Status.CLOSED && olderThan.isEmpty();
    var page = new ArrayList<InboxItem>();
    if (waiting) {
      page.addAll(lines.waiting(workspace, filter, words, 200));
    }
    if (filter.status() != InboxFilter.Status.WAITING) {
      page.addAll(lines.others(workspace, filter, words, olderThan, limit));
    }
    return List.copyOf(page);
  }

  /// One line, as [#list] would show it.
  public Optional<InboxItem> item(WorkspaceId workspace, ContactId contact) {
    return lines.one(workspace, contact);
  }

  public Counts counts(WorkspaceId workspace, MemberId me) {
    return lines.counts(workspace, me, MOST);
  }
}
