package dev.relevo.knowledge.retriever;

import java.util.List;

/// What differs between matrices that are written differently, and is chosen for each from its own
/// phrases.
///
/// @param pairs what a pair of stems weighs beside a stem: little where every phrase is put
///   differently, as much where the order of words tells rows apart
/// @param cost how dearly the machine pays for a phrase on the wrong side
record Preset(double pairs, double cost) {

  /// The first one is taken where there is nothing to choose by.
  static final List<Preset> ALL =
      List.of(new Preset(1, 2), new Preset(1, 1), new Preset(0.25, 2), new Preset(0.25, 1));
}
