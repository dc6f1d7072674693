package dev.relevo.eval.load;

import dev.relevo.bot.channel.whatsapp.StatusReports;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// What the provider reports of each message it took.
final class Receipts {

  /// In the order in which they come.
  enum Kind {
    sent,
    delivered,
    read
  }

  @Option(
      names = "--receipts",
      paramLabel = "KIND",
      split = ",",
      defaultValue = "sent,delivered,read",
      description =
          "statuses that come back of each answer, one at least; default ${DEFAULT-VALUE}")
  private Set<Kind> kinds = EnumSet.allOf(Kind.class);

  @Option(
      names = "--statuses-per-call",
      defaultValue = "20",
      description = "at most so many statuses in one webhook; default ${DEFAULT-VALUE}")
  private int perCall = 20;

  StatusReports to(URI webhook) {
    var told = Stream.of(Kind.values()).filter(kinds::contains).map(Kind::name).toList();
    return StatusReports.apart(webhook, told, perCall);
  }
}
