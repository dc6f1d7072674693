package dev.relevo.bot.review;

import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.check.Checks;
import dev.relevo.knowledge.check.Reachability;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.fetch.Fetcher;
import dev.relevo.knowledge.model.Lessons;
import dev.relevo.knowledge.replay.RowTests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The newest review of every workspace's draft, kept until the draft, its test questions or what
/// they may block has changed.
@Component
public class Review {

  private final Workspaces workspaces;
  private final Drafts drafts;
  private final RowTests tests;
  private final Lessons lessons;
  private final Reachability web;
  private final Map<WorkspaceId, Kept> newest = new ConcurrentHashMap<>();

  Review(Workspaces workspaces, Drafts drafts, RowTests tests, Lessons lessons, Fetcher fetcher) {
    this.workspaces = workspaces;
    this.drafts = drafts;
    this.tests = tests;
    this.lessons = lessons;
    this.web = new AnyAnswer(fetcher);
  }

  private record Kept(Reviewed reviewed, List<RowTests.Test> tests, boolean testsBlock) {}

  /// Reviews the draft as it is, unless that was done already. Takes as long as learning what has
  /// changed in it; call it outside any transaction.
  public Reviewed now(WorkspaceId workspace) {
    return of(workspace, drafts.revision(workspace.value())).orElseGet(() -> renewed(workspace));
  }

  /// The review of that revision, if it is the newest and still true.
  public Optional<Reviewed> of(WorkspaceId workspace, long revision) {
    return Optional.ofNullable(newest.get(workspace))
        .filter(it ->
            it.reviewed().revision() == revision
                && it.testsBlock() == testsBlock(workspace)
                && it.tests().equals(tests.all(workspace.value())))
        .map(Kept::reviewed);
  }

  private Reviewed renewed(WorkspaceId workspace) {
    var draft = drafts.snapshot(workspace.value());
    var asked = tests.all(workspace.value());
    boolean block = testsBlock(workspace);
    // As it would be published, so that it is not learnt once more then.
    var checks = new Checks(rows -> lessons.of(workspace.value(), rows.forPublication()), web);
    var report = checks.of(draft.matrix(), new TestQuestions(asked, block));
    var reviewed = new Reviewed(draft.revision(), report);
    newest.put(workspace, new Kept(reviewed, asked, block));
    return reviewed;
  }

  private boolean testsBlock(WorkspaceId workspace) {
    return workspaces.find(workspace).curation().testsBlock();
  }
}
