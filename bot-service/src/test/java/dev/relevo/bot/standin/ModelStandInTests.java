package dev.relevo.bot.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import dev.relevo.bot.standin.ModelRequest.ToolCall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Tried with the client that the bot answers through.
class ModelStandInTests {

  private static final ToolSpecification TAG =
      ToolSpecification.builder()
          .name("add_tag")
          .parameters(JsonObjectSchema.builder().addStringProperty("tag").build())
          .build();

  private final ModelStandIn provider = new ModelStandIn().requiring("secret-key");

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void answersInOnePieceAndSaysWhatItUsed() {
    provider.answering(Script.of(ModelAnswer.says("Cuesta USD 29 al mes. ✔")));

    var response = asked("¿Cuánto cuesta?");

    assertThat(response.aiMessage().text()).isEqualTo("Cuesta USD 29 al mes. ✔");
    assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
    assertThat(response.tokenUsage().inputTokenCount())
        .isEqualTo(ModelWire.tokens("¿Cuánto cuesta?\n"));
    assertThat(response.tokenUsage().outputTokenCount()).isPositive();
  }

  @Test
  void streamsInPiecesThatMakeTheSameAnswer() throws Exception {
    provider.answering(Script.of(ModelAnswer.says("Cuesta USD 29 al mes, sin IVA 🙂🙂🙂🙂.")));

    var heard = streamed(ask("¿Cuánto cuesta?"));

    assertThat(heard.end().tokenUsage().totalTokenCount()).isPositive();
    assertThat(heard.pieces).hasSizeGreaterThan(2);
    assertThat(String.join("", heard.pieces)).isEqualTo("Cuesta USD 29 al mes, sin IVA 🙂🙂🙂🙂.");
    assertThat(heard.end().aiMessage().text()).isEqualTo(String.join("", heard.pieces));
  }

  @Test
  void callsToolsInPiecesAndInOne() throws Exception {
    provider.answering(request ->
        request.isAfterTool()
            ? ModelAnswer.says("hecho")
            : ModelAnswer.calls(
                new ToolCall("add_tag", "{\"tag\":\"interes_precio\"}"),
                new ToolCall("add_tag", "{\"tag\":\"vip\"}")));
    var request = ask("ponme vip").toBuilder().toolSpecifications(TAG).build();

    for (var response : List.of(model().chat(request), streamed(request).end())) {
      assertThat(response.finishReason()).isEqualTo(FinishReason.TOOL_EXECUTION);
      assertThat(response.aiMessage().toolExecutionRequests())
          .extracting(it -> it.name() + it.arguments())
          .containsExactly("add_tag{\"tag\":\"interes_precio\"}", "add_tag{\"tag\":\"vip\"}");
    }
    assertThat(provider.chats().getFirst().tools())
        .extracting(ModelRequest.Tool::name)
        .containsExactly("add_tag");
  }

  @Test
  void seesWhetherJsonIsAskedFor() {
    model().chat(ask("¿?").toBuilder().responseFormat(ResponseFormat.JSON).build());

    assertThat(provider.chats().getFirst().format()).isEqualTo("json_object");
  }

  @Test
  void keepsWhatTheProviderSawWithoutTheKey() {
    asked("mi correo es ana@example.org");

    assertThat(provider.log()).hasSize(1);
    var seen = provider.log().getFirst();
    assertThat(seen.body()).contains("ana@example.org");
    assertThat(seen.bytes()).isEqualTo(seen.body().length());
    assertThat(seen.headers()).containsKey("content-type");
    assertThat(seen.toString()).doesNotContain("secret-key");
    assertThat(provider.mostAtOnce()).isEqualTo(1);
  }

  @Test
  void refusesAWrongKey() {
    provider.requiring("another");

    assertThatThrownBy(() -> asked("hola")).isInstanceOf(AuthenticationException.class);
  }

  @Test
  void refusesAsTold() {
    provider.failing(ModelFault.tooManyRequests(Duration.ofSeconds(7)));
    assertThatThrownBy(() -> asked("hola")).isInstanceOf(RateLimitException.class);
    provider.failing(ModelFault.internalError());
    assertThatThrownBy(() -> asked("hola")).isInstanceOf(InternalServerException.class);
    provider.failing(ModelFault.unavailable());
    assertThatThrownBy(() -> asked("hola")).isInstanceOf(InternalServerException.class);
    provider.failing(ModelFault.contextTooLong());
    assertThatThrownBy(() -> asked("hola")).hasMessageContaining("context_length_exceeded");
  }

  @Test
  void saysWhenToComeBack() throws IOException, InterruptedException {
    provider.failing(ModelFault.tooManyRequests(Duration.ofSeconds(7)));

    var answer = post("/chat/completions", "{\"messages\":[]}");

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("7");
  }

  @Test
  void letsWaitLongerThanTheClientWill() {
    provider.failing(new ModelFault.Delay(Duration.ofSeconds(20)));

    var patient = client().timeout(Duration.ofMillis(200)).build();

    assertThatThrownBy(() -> patient.chat("hola")).isInstanceOf(TimeoutException.class);
  }

  @Test
  void dripsPieceByPiece() throws Exception {
    provider.answering(Script.of(ModelAnswer.says("x".repeat(60))));
    provider.failing(new ModelFault.Drip(Duration.ofMillis(30)));
    var begun = System.nanoTime();

    streamed(ask("hola")).end();

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(150));
  }

  @Test
  void cutsTheStreamInTheMiddle() throws Exception {
    provider.answering(Script.of(ModelAnswer.says("Cuesta USD 29 al mes y el plan Equipo USD 79")));
    provider.failing(new ModelFault.Cut(700));

    var heard = streamed(ask("hola"));

    assertThatThrownBy(heard::end).isInstanceOf(ExecutionException.class);
    assertThat(String.join("", heard.pieces)).startsWith("Cuesta").doesNotContain("79");
    assertThatThrownBy(
            () -> {
              provider.failing(new ModelFault.Cut(40));
              asked("hola");
            })
        .hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void spoilsWhatItSays() throws Exception {
    provider.answering(Script.of(ModelAnswer.says("Cuesta USD 29")));
    provider.failing(new ModelFault.BrokenContent());
    assertThat(asked("hola").aiMessage().text()).startsWith("{").doesNotEndWith("}");
    provider.failing(new ModelFault.Empty());
    assertThat(asked("hola").aiMessage().text()).isNullOrEmpty();
    provider.failing(new ModelFault.OutOfLength());
    assertThat(asked("hola").finishReason()).isEqualTo(FinishReason.LENGTH);
    assertThat(asked("hola").aiMessage().text()).isEqualTo("Cuesta");
    provider.failing(new ModelFault.Garbage());
    assertThatThrownBy(() -> asked("hola")).isInstanceOf(RuntimeException.class);
    provider.failing(new ModelFault.WrongUsage(9, 900_000));
    assertThat(asked("hola").tokenUsage().outputTokenCount()).isEqualTo(900_000);
    provider.failing(new ModelFault.NoUsage());
    assertThat(streamed(ask("hola")).end().tokenUsage()).isNull();
  }

  @Test
  void callsAToolForEver() {
    provider.failing(new ModelFault.ToolLoop("", "{\"tag\":\"vip\"}"));
    var request = ask("hola").toBuilder().toolSpecifications(TAG).build();

    for (int step = 0; step < 3; step++) {
      assertThat(model().chat(request).aiMessage().toolExecutionRequests())
          .extracting(it -> it.name())
          .containsExactly("add_tag");
    }
  }

  @Test
  void failsByTheNumberOfTheChat() {
    provider.answering(Script.of(ModelAnswer.says("bien")));
    provider.failing(
        number -> number == 2 ? List.of(ModelFault.internalError()) : List.<ModelFault>of());

    assertThat(asked("uno").aiMessage().text()).isEqualTo("bien");
    assertThatThrownBy(() -> asked("dos")).isInstanceOf(InternalServerException.class);
    assertThat(asked("tres").aiMessage().text()).isEqualTo("bien");
    assertThat(provider.chats()).hasSize(3);
  }

  @Test
  void embedsTheSameTextAlikeAndSharedWordsNear() {
    var embedder =
        OpenAiEmbeddingModel.builder()
            .baseUrl(provider.url().toString())
            .apiKey("secret-key")
            .modelName("stand-in")
            .build();

    var price = embedder.embed("precio del plan").content();

    assertThat(embedder.embed("precio del plan").content()).isEqualTo(price);
    assertThat(dot(price.vector(), embedder.embed("precio del servicio").content().vector()))
        .isGreaterThan(dot(price.vector(), embedder.embed("horario sábados").content().vector()));
  }

  @Test
  void namesItsModelAndRefusesWhatItDoesNotServe() throws IOException, InterruptedException {
    assertThat(post("/models", "").body()).contains("\"id\":\"stand-in\"");
    assertThat(post("/chat/completions", "{").statusCode()).isEqualTo(400);
    assertThat(post("/images", "{}").statusCode()).isEqualTo(404);
  }

  private static float dot(float[] one, float[] other) {
    float sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private ChatResponse asked(String text) {
    return model().chat(ask(text));
  }

  private static ChatRequest ask(String text) {
    return ChatRequest.builder().messages(UserMessage.from(text)).build();
  }

  private OpenAiChatModel model() {
    return client().build();
  }

  private OpenAiChatModel.OpenAiChatModelBuilder client() {
    return OpenAiChatModel.builder()
        .baseUrl(provider.url().toString())
        .apiKey("secret-key")
        .modelName("stand-in")
        .timeout(Duration.ofSeconds(10))
        .maxRetries(0);
  }

  private Heard streamed(ChatRequest request) {
    var heard = new Heard();
    OpenAiStreamingChatModel.builder()
        .baseUrl(provider.url().toString())
        .apiKey("secret-key")
        .modelName("stand-in")
        .timeout(Duration.ofSeconds(10))
        .build()
        .chat(request, heard);
    return heard;
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create(provider.url() + path))
              .header("Authorization", "Bearer secret-key")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  /// What came of a stream.
  private static final class Heard implements StreamingChatResponseHandler {

    private final List<String> pieces = new CopyOnWriteArrayList<>();
    private final CompletableFuture<ChatResponse> end = new CompletableFuture<>();

    ChatResponse end() throws Exception {
      return end.get(10, TimeUnit.SECONDS);
    }

    @Override
    public void onPartialResponse(String piece) {
      pieces.add(piece);
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      end.complete(response);
    }

    @Override
    public void onError(Throwable error) {
      end.completeExceptionally(error);
    }
  }
}
