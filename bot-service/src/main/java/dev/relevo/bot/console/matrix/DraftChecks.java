package dev.relevo.bot.console.matrix;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.knowledge.Knowledge;
import dev.relevo.knowledge.check.Checks;
import dev.relevo.knowledge.check.Report;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.fetch.Fetcher;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The newest checks of every workspace's draft, kept until the next edit.
@Component
class DraftChecks {

  private final Drafts drafts;
  private final Checks checks;
  private final Map<Long, Checked> newest = new ConcurrentHashMap<>();

  DraftChecks(Drafts drafts, Fetcher fetcher) {
    this.drafts = drafts;
    this.checks = new Checks(Knowledge::retriever, new AnyAnswer(fetcher));
  }

  /// What was found in the draft as it was at a revision.
  record Checked(long revision, Report report) {}

  /// Checks the draft as it is, unless that was done already.
  Checked now(SignedIn me) {
    var known = of(me, drafts.revision(me.workspaceNumber()));
    return known.orElseGet(() -> {
      var draft = drafts.snapshot(me.workspaceNumber());
      var checked = new Checked(draft.revision(), checks.of(draft.matrix()));
      newest.put(me.workspaceNumber(), checked);
      return checked;
    });
  }

  /// The checks of that revision, if they are the newest.
  Optional<Checked> of(SignedIn me, long revision) {
    return Optional.ofNullable(newest.get(me.workspaceNumber()))
        .filter(it -> it.revision() == revision);
  }
}
