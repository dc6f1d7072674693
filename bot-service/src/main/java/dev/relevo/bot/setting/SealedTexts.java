package dev.relevo.bot.setting;

import java.util.List;

/// A place where sealed texts lie, so that they can be sealed anew when the secret key changes.
public interface SealedTexts {

  /// What its texts are sealed for.
  String purpose();

  /// All of them, of every workspace. No two are the same: each has a nonce of its own.
  List<String> all();

  /// Puts the fresh one in the old one's place, unless it was changed meanwhile.
  void replace(String old, String fresh);
}
