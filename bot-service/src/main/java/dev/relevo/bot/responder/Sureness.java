package dev.relevo.bot.responder;

import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.knowledge.retriever.Aim;
import dev.relevo.knowledge.retriever.Calibration;
import java.util.List;
import java.util.Optional;

/// How sure the bot is of what customers are answered from, told from the matrix alone.
public interface Sureness {

  /// What an aim would do; empty before anything was published.
  Optional<Told> of(WorkspaceId workspace, Aim aim);

  /// What an aim would do with the published version.
  ///
  /// @param version the published one
  /// @param curve thresholds, the highest first; empty where the matrix is too small to tell
  /// @param choice the threshold the aim leads to
  record Told(int version, List<Calibration.Point> curve, Calibration.Choice choice) {
    public Told {
      curve = List.copyOf(curve);
    }
  }
}
