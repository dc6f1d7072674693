package dev.relevo.knowledge.matrix;

/// What a file may hold at most, so that a hostile one is refused with a sentence.
///
/// @param bytes of the file
/// @param inflated bytes of everything in a workbook, unpacked
/// @param elements XML elements in one part of a workbook
/// @param rows below the header
/// @param columns used
/// @param phrases of all rows together
/// @param cell characters; also what Excel itself can hold
record Limits(
    int bytes, long inflated, int elements, int rows, int columns, int phrases, int cell) {

  static final Limits DEFAULT =
      new Limits(10 * 1024 * 1024, 32L * 1024 * 1024, 4_000_000, 20_000, 64, 200_000, 32_767);

  int megabytes() {
    return Math.max(1, bytes / (1024 * 1024));
  }
}
