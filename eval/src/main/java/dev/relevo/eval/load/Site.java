package dev.relevo.eval.load;

import java.io.IOException;

/// A service with customers at its door.
///
/// @param closing ends whatever was started for it
record Site(Play play, Subject subject, AutoCloseable closing) implements AutoCloseable {

  @Override
  public void close() throws IOException {
    try (play) {
      closing.close();
    } catch (IOException | RuntimeException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new IOException("what was started did not end: " + failed, failed);
    }
  }
}
