package dev.relevo.bot.channel;

import dev.relevo.bot.channel.Intake.Accepted;
import java.util.List;

/// The way to the ledger of what came in.
sealed interface Entrance permits GroupCommit, BeltEntrance {

  /// As [Intake#accept].
  Accepted enter(Channel channel, List<Arrival> arrivals);
}
