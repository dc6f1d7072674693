package dev.relevo.crm.conversation;

import dev.relevo.crm.file.FileId;
import dev.relevo.crm.file.Files;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Removes conversations their workspace no longer keeps, with words, notes and files.
@Component
class Expiry {
  private final Threads threads;
  private final ConversationTable conversations;
  private final PastTable past;
  private final Files files;
  private final Workspaces workspaces;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Expiry(
      Threads threads,
      ConversationTable conversations,
      PastTable past,
      Files files,
      Workspaces workspaces,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.threads = threads;
    this.conversations = conversations;
    this.past = past;
    this.files = files;
    this.workspaces = workspaces;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  int expire(WorkspaceId workspace, int limit) {
    var keep = workspaces.find(workspace).keepConversations();
    if (keep.isEmpty()) {
      return 0;
    }
    return transaction.execute(
        status -> remove(workspace, clock.instant().minus(keep.get()), limit));
  }

  private int remove(WorkspaceId workspace, Instant before, int limit) {
    var expired = conversations.expired(workspace, before, limit);
    if (expired.isEmpty()) {
      return 0;
    }
    // threads before anything else, as everywhere; then what is still expired under the locks
    threads.lock(expired.stream().map(ConversationTable.Past::contact).distinct().toList());
    var ids =
        conversations.expired(workspace, before, limit).stream()
            .filter(expired::contains)
            .map(ConversationTable.Past::id)
            .toList();
    files.remove(past.files(ids).stream().map(FileId::new).toList());
    past.remove(ids);
    return ids.size();
  }
}
