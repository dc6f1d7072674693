package dev.relevo.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEmbedderTests extends EmbedderContract {

  private static Embedder miniLm;

  @BeforeAll
  static void load() {
    miniLm = OnnxEmbedder.miniLm();
  }

  @AfterAll
  static void putAway() {
    miniLm.close();
  }

  @Override
  Embedder embedder() {
    return miniLm;
  }

  @Test
  void takesAModelFromTwoFiles(@TempDir Path folder) throws IOException {
    var model = copied("all-minilm-l6-v2-q.onnx", folder);
    var tokenizer = copied("all-minilm-l6-v2-q-tokenizer.json", folder);
    try (var own = OnnxEmbedder.of(model, tokenizer)) {
      var texts = List.of("where is my card");
      assertThat(own.embed(texts).getFirst()).isEqualTo(miniLm.embed(texts).getFirst());
      assertThat(own.name()).isNotEqualTo(miniLm.name());
    }
  }

  @Test
  void saysWhichFilesAreNoModel(@TempDir Path folder) throws IOException {
    var model = Files.writeString(folder.resolve("model.onnx"), "not a model");
    var tokenizer = copied("all-minilm-l6-v2-q-tokenizer.json", folder);

    assertThatExceptionOfType(EmbeddingFailed.class)
        .isThrownBy(() -> OnnxEmbedder.of(model, tokenizer))
        .withMessageContaining("model.onnx");
    assertThatExceptionOfType(EmbeddingFailed.class)
        .isThrownBy(() -> OnnxEmbedder.of(folder.resolve("none.onnx"), tokenizer))
        .withMessageContaining("none.onnx");
  }

  private static Path copied(String resource, Path folder) throws IOException {
    var copy = folder.resolve(resource);
    try (var content = OnnxEmbedderTests.class.getResourceAsStream("/" + resource)) {
      Files.copy(Objects.requireNonNull(content), copy);
    }
    return copy;
  }
}
