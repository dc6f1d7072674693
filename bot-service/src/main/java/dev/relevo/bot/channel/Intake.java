package dev.relevo.bot.channel;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// The ledger of what came in: durable before anybody is told it was received.
@Component
public class Intake implements DisposableBean {

  private final GroupCommit commits;
  private final Entrance entrance;

  Intake(GroupCommit commits, Optional<BeltEntrance> belt) {
    this.commits = commits;
    this.entrance = belt.<Entrance>map(it -> it).orElse(commits);
    commits.start();
  }

  /// Keeps what is new and returns once it is safe: committed, or with the cluster that carries it
  /// to the ledger. Concurrent calls share commits. What was stored before changes nothing.
  ///
  /// @throws IntakeBusy when it cannot be kept now; the provider must send it again
  public Accepted accept(Channel channel, List<Arrival> arrivals) {
    return entrance.enter(channel, arrivals);
  }

  /// Tells of every commit that stored something, on this replica. The listener must not block.
  public void onAccepted(Runnable listener) {
    commits.onCommit(listener);
  }

  @Override
  public void destroy() {
    commits.stop();
  }

  /// What became of a batch; nothing as long as it is on its way to the ledger.
  public record Accepted(int messages, int receipts, int duplicates) {

    static final Accepted NOTHING = new Accepted(0, 0, 0);

    Accepted plus(Accepted other) {
      return new Accepted(
          messages + other.messages, receipts + other.receipts, duplicates + other.duplicates);
    }
  }
}
