package dev.relevo.crm.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.TestCrm;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class JournalIT {
  private final TestCrm crm = new TestCrm();

  @Test
  void aLateCommitIsNotSkipped() throws InterruptedException, ExecutionException {
    var start = crm.journal().end();
    var written = new CountDownLatch(1);
    var mayCommit = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var slow =
          threads.submit(() -> {
            crm.transaction()
                .executeWithoutResult(status -> {
                  append("slow");
                  written.countDown();
                  await(mayCommit);
                });
            return true;
          });
      written.await();
      append("fast");
      assertThat(kinds(start)).as("below the oldest running transaction").isEmpty();
      mayCommit.countDown();
      slow.get();
    }
    assertThat(kinds(start)).containsExactly("slow", "fast");
  }

  @Test
  void aReaderThatGoesOnFromWhereItStoppedSeesEverythingOnce() {
    var position = crm.journal().end();
    for (var i = 0; i < 25; i++) {
      append("event " + i);
    }
    var seen = new ArrayList<String>();
    var page = crm.journal().after(position, 4);
    while (!page.isEmpty()) {
      page.stream()
          .filter(it -> it.event().workspace().equals(crm.workspace()))
          .forEach(it -> seen.add(it.event().kind()));
      position = page.getLast().position();
      crm.journal().keep("test-" + crm.workspace().value(), position);
      page = crm.journal().after(position, 4);
    }
    assertThat(seen).hasSize(25).doesNotHaveDuplicates().first().isEqualTo("event 0");
    assertThat(crm.journal().cursor("test-" + crm.workspace().value())).contains(position);
  }

  @Test
  void whomSomeKindsConcernGoesPastTheOthersAndSeesThemNot() {
    var start = crm.journal().end();
    for (var kind : List.of("a", "b", "b", "a", "b")) {
      append(kind);
    }
    var whole = crm.journal().after(start, 100);

    var four = crm.journal().after(start, 4, Set.of("a"));
    assertThat(four.length()).isEqualTo(4);
    assertThat(four.end()).isEqualTo(whole.get(3).position());
    assertThat(four.entries()).containsExactly(whole.get(0), whole.get(3));

    var last = crm.journal().after(four.end(), 4, Set.of("a"));
    assertThat(last.length()).isEqualTo(1);
    assertThat(last.entries()).isEmpty();
    assertThat(last.end()).isEqualTo(whole.getLast().position());

    var nothing = crm.journal().after(last.end(), 4, Set.of("a"));
    assertThat(nothing).isEqualTo(new Stretch(List.of(), last.end(), 0));
  }

  @Test
  void anEventCarriesWhoDidItAndWhy() {
    var start = crm.journal().end();
    Journal.because(
        "row ENV-003",
        () -> {
          append("tag.added");
          return true;
        });
    var event = crm.journal().after(start, 10).getFirst().event();
    assertThat(event.actor()).isEqualTo(new Author.Automatic("test"));
    assertThat(event.data()).containsEntry("why", "row ENV-003");
  }

  private void append(String kind) {
    crm.journal().append(List.of(event(crm.workspace(), kind)));
  }

  private static Event event(WorkspaceId workspace, String kind) {
    return new Event(
        workspace,
        Optional.empty(),
        Optional.empty(),
        kind,
        new Author.Automatic("test"),
        Map.of());
  }

  private List<String> kinds(Entry.Position after) {
    return crm.journal().after(after, 100).stream()
        .map(Entry::event)
        .filter(it -> it.workspace().equals(crm.workspace()))
        .map(Event::kind)
        .toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
