package dev.relevo.knowledge.matrix;

/// What a file may hold at most, so that a hostile one is refused with a sentence, and no larger
/// matrix is taken than can also be learnt and edited in the memory there is.
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

  private static final int MEGABYTE = 1024 * 1024;

  /// Of any matrix, however much memory there is.
  static final Limits LARGEST =
      new Limits(50 * MEGABYTE, 160L * MEGABYTE, 20_000_000, 120_000, 64, 1_000_000, 32_767);

  /// Those of this process.
  static final Limits DEFAULT = within(Runtime.getRuntime().maxMemory());

  /// What fits a heap of so many bytes: what is published and the draft, both as rows and as what
  /// is learnt of them, beside everything else. 320 MB hold 20,000 rows, 1,800 MB 100,000.
  static Limits within(long heap) {
    return new Limits(
        (int) Math.min(LARGEST.bytes, heap / 30 / MEGABYTE * MEGABYTE),
        Math.min(LARGEST.inflated, heap / 10),
        (int) Math.min(LARGEST.elements, heap / 80),
        (int) Math.min(LARGEST.rows, heap / 16_000_000 * 1_000),
        LARGEST.columns,
        (int) Math.min(LARGEST.phrases, heap / 5_000_000 * 1_000),
        LARGEST.cell);
  }

  /// The same with fewer rows.
  Limits withRows(int most) {
    return new Limits(bytes, inflated, elements, Math.min(rows, most), columns, phrases, cell);
  }

  int megabytes() {
    return Math.max(1, bytes / MEGABYTE);
  }
}
