package dev.relevo.bot.turn;

import dev.relevo.bot.lane.Shares;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Transcript;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Who waits for an answer, with what may be read about it.
@Component
final class Waiting {

  private static final Logger log = LoggerFactory.getLogger(Waiting.class);

  /// Earlier messages a responder may read.
  private static final int BEFORE = 12;

  /// How often one round looks.
  private static final int LOOKS = 4;

  /// A turn that may begin.
  record Next(Turn turn, Transcript transcript) {}

  private final TurnTable inbound;
  private final Conversations conversations;
  private final Clock clock;

  Waiting(TurnTable inbound, Conversations conversations, Clock clock) {
    this.inbound = inbound;
    this.conversations = conversations;
    this.clock = clock;
  }

  /// The first due message of each lane of the shards, but for those lanes that are busy.
  /// Workspaces take turns, and none gets more than its share of all hands.
  ///
  /// @param busy lanes with a turn under way, each with its workspace
  /// @param hands how many turns there may be under way in all
  /// @param limit how many may begin now
  List<Next> first(Set<Integer> shards, Map<ContactId, WorkspaceId> busy, int hands, int limit) {
    var turns = heads(shards, busy.keySet(), new Shares<>(hands, busy.values()), limit);
    if (turns.isEmpty()) {
      return List.of();
    }
    var transcripts =
        conversations.transcripts(turns.stream().map(Turn::message).toList(), BEFORE).stream()
            .collect(Collectors.toMap(it -> it.message().id(), Function.identity()));
    var next = new ArrayList<Next>();
    for (var turn : turns) {
      var transcript = transcripts.get(turn.message());
      if (transcript == null) {
        log.atWarn().addKeyValue("turn", turn.id()).log("its message cannot be read");
        inbound.postpone(turn, turn.spent(), clock.instant());
      } else {
        next.add(new Next(turn, transcript));
      }
    }
    return next;
  }

  /// Whoever has written a thousand messages is one lane like any other: behind what was seen of a
  /// crowded workspace it is looked again, past the lanes that were found.
  private List<Turn> heads(
      Set<Integer> shards, Set<ContactId> busy, Shares<WorkspaceId> shares, int limit) {
    var turns = new ArrayList<Turn>();
    var passed = new HashSet<>(busy);
    for (int look = 0; look < LOOKS; look++) {
      var heads = inbound.heads(shards, passed, clock.instant());
      shares
          .byTurns(heads.stream().filter(TurnTable.Head::due).toList(), it -> it.turn().workspace())
          .stream()
          .filter(it -> shares.take(it.turn().workspace()))
          .limit(limit - turns.size())
          .forEach(it -> turns.add(it.turn()));
      if (turns.size() == limit || heads.stream().noneMatch(TurnTable.Head::crowded)) {
        break;
      }
      heads.forEach(it -> passed.add(it.turn().lane()));
    }
    return turns;
  }
}
