package dev.relevo.crm.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relevo.crm.TestCrm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FilesIT {
  private final TestCrm crm = new TestCrm();

  @Test
  void whatIsStoredComesBackAsItWas() {
    var bytes = new byte[3 * Files.PIECE + 17];
    new Random(1).nextBytes(bytes);
    var stored = store(bytes, "application/pdf", Long.MAX_VALUE);
    var out = new ByteArrayOutputStream();
    crm.files().copy(stored.id(), out);
    assertThat(out.toByteArray()).isEqualTo(bytes);
    assertThat(crm.files().find(crm.workspace(), stored.id())).contains(stored);
    assertThat(stored.size()).isEqualTo(bytes.length);
    assertThat(stored.mime()).isEqualTo(Sniffer.UNKNOWN);
  }

  @Test
  void anEmptyFileIsAFile() {
    var stored = store(new byte[0], "text/plain", 10);
    var out = new ByteArrayOutputStream();
    crm.files().copy(stored.id(), out);
    assertThat(out.size()).isZero();
  }

  @Test
  void whatIsTooLargeLeavesNothing() {
    assertThatThrownBy(() -> store(new byte[11], "image/png", 10)).isInstanceOf(FileTooLarge.class);
    assertThat(
            crm.jdbc()
                .sql("SELECT count(*) FROM crm.file WHERE workspace_id = :w")
                .param("w", crm.workspace().value())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void anotherWorkspaceDoesNotFindIt() {
    var stored = store("hola".getBytes(StandardCharsets.UTF_8), "text/plain", 10);
    assertThat(stored.mime()).isEqualTo("text/plain");
    assertThat(crm.files().find(new TestCrm().workspace(), stored.id())).isEmpty();
  }

  private StoredFile store(byte[] bytes, String mime, long limit) {
    return crm.files()
        .store(
            crm.workspace(),
            Optional.empty(),
            "archivo",
            mime,
            new ByteArrayInputStream(bytes),
            limit);
  }
}
