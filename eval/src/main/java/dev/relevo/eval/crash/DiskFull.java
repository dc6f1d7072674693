package dev.relevo.eval.crash;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/// The disk under the data folder is full until providers have been told to come again, and then
/// has room.
record DiskFull() implements Trouble {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int ENOUGH = 20;

  @Override
  public String kind() {
    return "disk";
  }

  @Override
  public String description() {
    return "the disk full";
  }

  @Override
  public Optional<String> hindrance(Scene scene) {
    return scene.disk().isPresent()
        ? Optional.empty()
        : Optional.of("a small filesystem can be mounted by root only, and not everywhere");
  }

  @Override
  public Caught happen(Scene scene) throws IOException, SQLException, InterruptedException {
    var disk = scene.disk().orElseThrow();
    var customers = scene.customers();
    var before = customers.refused();
    var caught = new Still(scene).strike(disk::fill);
    try {
      var deadline = System.nanoTime() + PATIENCE.toNanos();
      while (customers.refused() < before + ENOUGH && System.nanoTime() < deadline) {
        disk.fill();
        Thread.sleep(20);
      }
    } finally {
      disk.clear();
    }
    return new Caught(
        caught.hits(),
        caught.onTheWire(),
        "%d deliveries told to come again".formatted(customers.refused() - before));
  }
}
