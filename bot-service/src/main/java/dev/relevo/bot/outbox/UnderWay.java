package dev.relevo.bot.outbox;

import dev.relevo.crm.contact.ChannelId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Parcels this replica has on the wire, from the commit that says so until what became of them is
/// written down. In memory, and not by the clock, which may be put forward or back meanwhile.
@Component
final class UnderWay {

  /// Neither a provider's answer nor writing it down takes longer: what is older was given up.
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /// @param at since when, by [System#nanoTime]
  private record Sending(ChannelId channel, long at) {}

  private final Map<Long, Sending> begun = new ConcurrentHashMap<>();

  void begin(Parcel parcel) {
    begun.put(parcel.id(), new Sending(parcel.channel(), System.nanoTime()));
  }

  void end(List<Aftermath.Answered> answers) {
    answers.forEach(it -> begun.remove(it.claimed().parcel().id()));
  }

  Set<Long> parcels() {
    var now = System.nanoTime();
    begun.values().removeIf(it -> now - it.at() > LONGEST.toNanos());
    return begun.keySet().stream().collect(Collectors.toUnmodifiableSet());
  }

  /// By which channels, each once for each parcel.
  List<ChannelId> channels() {
    return begun.values().stream().map(Sending::channel).toList();
  }
}
