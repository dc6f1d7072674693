package dev.relevo.knowledge.retriever;

import java.util.List;
import java.util.stream.Stream;

/// What differs between matrices that are written differently, and is chosen for each from its own
/// phrases.
///
/// @param pairs what a pair of stems weighs beside a stem: little where every phrase is put
///   differently, as much where the order of words tells rows apart
/// @param cost how dearly the machine pays for a phrase on the wrong side
/// @param meaning the share of the dense tier beside the words; none in a language that its model
///   knows badly
record Preset(double pairs, double cost, double meaning) {

  private static final List<Preset> LEXICAL =
      List.of(
          new Preset(1, 2, 0), new Preset(1, 1, 0), new Preset(0.25, 2, 0), new Preset(0.25, 1, 0));

  private static final List<Preset> DENSE =
      List.of(new Preset(1, 2, 0.5), new Preset(1, 1, 0.5), new Preset(1, 2, 0.15));

  /// What there is to choose from; the first is taken where there is nothing to choose by.
  static List<Preset> all(boolean dense) {
    return dense ? Stream.concat(DENSE.stream(), LEXICAL.stream()).toList() : LEXICAL;
  }
}
