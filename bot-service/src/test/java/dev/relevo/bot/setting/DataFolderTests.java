package dev.relevo.bot.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

  @TempDir Path temporary;

  @Test
  void isMadeWhenItIsNotThere() {
    try (var folder = DataFolder.open(temporary.resolve("a/b"))) {
      assertThat(folder.path()).isDirectory();
      assertThat(folder.folder("media")).isDirectory().hasParent(folder.path());
    }
  }

  @Test
  void isHeldByOneAtATime() {
    try (var _ = DataFolder.open(temporary)) {
      assertThatExceptionOfType(CannotStart.class)
          .isThrownBy(() -> DataFolder.open(temporary))
          .withMessageContaining("already runs on the data folder")
          .withMessageContaining(Long.toString(ProcessHandle.current().pid()));
    }
    try (var again = DataFolder.open(temporary)) {
      assertThat(again.path()).isDirectory();
    }
  }

  @Test
  void keepsATextThatOnlyItsOwnerCanRead() throws IOException {
    try (var folder = DataFolder.open(temporary)) {
      assertThat(folder.kept("sub/key", () -> "first")).isEqualTo("first");
      assertThat(folder.kept("sub/key", () -> "second")).isEqualTo("first");
    }
    var permissions = Files.getPosixFilePermissions(temporary.resolve("sub/key"));
    assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
  }

  @Test
  void saysWhyItCannotBeWritten() throws IOException {
    var file = Files.createFile(temporary.resolve("file"));

    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> DataFolder.open(file.resolve("data")))
        .withMessageContaining("cannot be written")
        .withMessageContaining("RELEVO_DATA_DIR");
  }
}
