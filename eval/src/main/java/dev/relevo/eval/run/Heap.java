package dev.relevo.eval.run;

/// What lives on the heap.
public final class Heap {

  private static final int COLLECTIONS = 3;

  private Heap() {}

  /// Bytes in use after the garbage is gone.
  public static long used() {
    for (int round = 0; round < COLLECTIONS; round++) {
      System.gc();
    }
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
