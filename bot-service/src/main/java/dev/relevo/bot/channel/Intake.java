package dev.relevo.bot.channel;

import dev.relevo.bot.channel.Accepting.Slice;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// The ledger of what came in: durable before anybody is told it was received.
@Component
public class Intake implements DisposableBean {

  private final GroupCommit commits;

  Intake(GroupCommit commits) {
    this.commits = commits;
    commits.start();
  }

  /// Stores what is new and returns once it is committed. Concurrent calls share commits. What was
  /// stored before changes nothing.
  ///
  /// @throws IntakeBusy when it cannot be stored now; the provider must send it again
  public Accepted accept(Channel channel, List<Arrival> arrivals) {
    var waiting = new ArrayList<GroupCommit.Ticket>();
    for (var from = 0; from < arrivals.size(); from += GroupCommit.BATCH) {
      var to = Math.min(from + GroupCommit.BATCH, arrivals.size());
      waiting.add(commits.submit(new Slice(channel, arrivals.subList(from, to))));
    }
    return waiting.stream()
        .map(GroupCommit.Ticket::await)
        .reduce(new Accepted(0, 0, 0), Accepted::plus);
  }

  /// Tells of every commit that stored something, on this replica. The listener must not block.
  public void onAccepted(Runnable listener) {
    commits.onCommit(listener);
  }

  @Override
  public void destroy() {
    commits.stop();
  }

  /// What became of a batch.
  public record Accepted(int messages, int receipts, int duplicates) {

    Accepted plus(Accepted other) {
      return new Accepted(
          messages + other.messages, receipts + other.receipts, duplicates + other.duplicates);
    }
  }
}
