package dev.relevo.bot.belt;

/// Where belts come from.
public interface Belts {

  /// Opens the belt of that name, making what the cluster lacks for it. To be closed by the caller.
  ///
  /// @throws dev.relevo.bot.setting.CannotStart when the cluster cannot be reached, or has it
  ///   otherwise than it must be
  Belt open(String name);
}
