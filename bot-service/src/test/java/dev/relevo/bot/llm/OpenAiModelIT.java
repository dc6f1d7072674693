package dev.relevo.bot.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.assistant.AssistantId;
import dev.relevo.bot.assistant.Bounds;
import dev.relevo.bot.assistant.Engine;
import dev.relevo.bot.assistant.Hours;
import dev.relevo.bot.assistant.Manner;
import dev.relevo.bot.assistant.Powers;
import dev.relevo.bot.spend.Call;
import dev.relevo.bot.spend.Calls;
import dev.relevo.bot.standin.ModelAnswer;
import dev.relevo.bot.standin.ModelFault;
import dev.relevo.bot.standin.ModelRequest;
import dev.relevo.bot.standin.ModelStandIn;
import dev.relevo.bot.standin.Script;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Against a stand-in of an OpenAI-compatible endpoint.
class OpenAiModelIT extends LanguageModelContract {

  private final ModelStandIn provider = new ModelStandIn().requiring("secret-key");
  private final TestModel replica = TestModel.at(provider);

  @AfterEach
  void close() {
    replica.close();
    provider.close();
  }

  @Override
  LanguageModel saying(String text) {
    provider.answering(Script.of(ModelAnswer.says(text)));
    return replica.model();
  }

  @Override
  LanguageModel wanting(ToolCall call) {
    provider.answering(
        Script.of(ModelAnswer.calls(new ModelRequest.ToolCall(call.name(), call.arguments()))));
    return replica.model();
  }

  @Override
  LanguageModel silent() {
    return saying("");
  }

  @Override
  LanguageModel disconnected() {
    return new TestModel(replica.crm(), TestModel.unset()).model();
  }

  @Override
  WorkspaceId workspace() {
    return replica.crm().workspace();
  }

  @Test
  void sendsRulesDataToolsAndShapeAndAsksForAStreamAndItsUsage() {
    saying("{\"text\":\"hola\"}").ask(ask("¿Cuánto cuesta?", List.of(TAG), Optional.of(SHAPE)));
    var sent = provider.chats().getFirst();
    assertThat(sent.model()).isEqualTo(ModelStandIn.MODEL);
    assertThat(sent.instructions()).isEqualTo("Responde con los hechos.");
    assertThat(sent.material()).isEqualTo("¿Cuánto cuesta?");
    assertThat(sent.tools()).extracting(ModelRequest.Tool::name).containsExactly("add_tag");
    assertThat(sent.format()).isEqualTo("json_schema");
    assertThat(sent.streamed()).isTrue();
    assertThat(sent.usageAsked()).isTrue();
    assertThat(provider.log().getFirst().headers()).containsEntry("x-title", "Relevo");
  }

  @Test
  void goesOnAfterSomethingWasDone() {
    var call = new ToolCall("call_1", "add_tag", "{\"tag\":\"vip\"}");
    var ask =
        new Ask(
            account(),
            List.of(
                new Line.Rules("Responde."),
                new Line.Data("Soy vip"),
                new Line.Model("", List.of(call)),
                new Line.Result(call, "done"),
                new Line.Model("Hecho.", List.of()),
                new Line.Data("")),
            List.of(TAG),
            Optional.empty(),
            0,
            100,
            ask("").deadline());
    assertThat(saying("Listo.").ask(ask)).isInstanceOf(Answer.Said.class);
    assertThat(provider.chats().getFirst().messages())
        .extracting(ModelRequest.Message::role)
        .containsExactly("system", "user", "assistant", "tool", "assistant", "user");
  }

  @Test
  void theTokensCountedAreThoseOfTheRequestAsTheProviderReceivesIt() {
    var answer =
        saying("hola").ask(ask("¿Cuánto cuesta el plan básico?", List.of(TAG), Optional.of(SHAPE)));
    assertThat(answer).isInstanceOf(Answer.Said.class);
    provider.failing(new ModelFault.NoUsage());
    var unsaid = (Answer.Said) replica.model().ask(ask("¿Y el plan pro?"));
    var received = Tokens.count(provider.log().getLast().body());
    var counted = call(unsaid.call()).promptTokens();
    System.out.printf("tokens counted %d, of the request as received %d%n", counted, received);
    assertThat(counted).isEqualTo(received);
  }

  @Test
  void theUsageIsTheProvidersUnlessItCannotBe() {
    provider.failing(new ModelFault.WrongUsage(40, 7));
    assertThat(used(saying("hola"))).isEqualTo(new Used(40, 7));
    provider.failing(new ModelFault.WrongUsage(-3, 2_000_000_000));
    var own = used(saying("hola"));
    assertThat(own.promptTokens()).isEqualTo(Tokens.count(provider.log().getLast().body()));
    assertThat(own.answerTokens()).isEqualTo(Tokens.count("hola"));
  }

  @Test
  void theCallIsOnRecordWithItsTextsAndCost() {
    provider.failing(new ModelFault.WrongUsage(40, 7));
    var said = (Answer.Said) saying("Cuesta 29.").ask(ask("¿Cuánto?"));
    assertThat(call(said.call()))
        .satisfies(it -> {
          assertThat(it.request()).contains(provider.log().getLast().body());
          assertThat(it.answer()).contains("Cuesta 29.");
          assertThat(it.micros()).isEqualTo(40 + 2 * 7);
          assertThat(it.purpose()).isEqualTo("ANSWER");
          assertThat(it.latency()).isPresent();
          assertThat(it.firstToken()).isPresent();
        });
    assertThat(replica.meters().get("relevo.model.micros").counter().count()).isEqualTo(54);
  }

  @Test
  void anEndpointThatRefusesASchemaIsAskedWithoutAtOnceAndLearntForLater() {
    refusing(1, "'response_format' of type 'json_schema' is not supported with this model");
    var model = saying("{\"text\":\"hola\"}");
    assertThat(model.ask(shaped())).isInstanceOf(Answer.Said.class);
    assertThat(formats()).containsExactly("json_schema", "text");
    assertThat(model.ask(shaped())).isInstanceOf(Answer.Said.class);
    assertThat(formats()).endsWith("json_object");
    refusing(1, "response_format is not supported");
    assertThat(model.ask(shaped())).isInstanceOf(Answer.Said.class);
    assertThat(model.ask(shaped())).isInstanceOf(Answer.Said.class);
    assertThat(formats())
        .containsExactly("json_schema", "text", "json_object", "json_object", "text", "text");
  }

  @Test
  void anEndpointThatWantsAnotherWordForTheLongestAnswerGetsIt() {
    refusing(1, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.");
    var model = saying("hola");
    assertThat(model.ask(ask("hola"))).isInstanceOf(Answer.Said.class);
    assertThat(provider.log().getFirst().body()).contains("\"max_tokens\"");
    assertThat(provider.log().getLast().body())
        .contains("\"max_completion_tokens\"")
        .doesNotContain("\"max_tokens\"");
    assertThat(model.ask(ask("hola"))).isInstanceOf(Answer.Said.class);
    assertThat(provider.chats()).hasSize(3);
  }

  @Test
  void anAssistantsOwnModelIsAsked() {
    var assistant =
        new Assistant(
            AssistantId.NONE,
            workspace(),
            "Ana",
            true,
            Set.of(),
            Engine.MODEL,
            Optional.empty(),
            new Manner(
                "",
                Optional.of("larger"),
                0.5,
                4,
                false,
                Hours.ALWAYS,
                Powers.NONE,
                Bounds.DEFAULT));
    var plain = ask("hola");
    var account =
        new Account(
            workspace(),
            assistant,
            Account.Purpose.TRIAL,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    saying("hola")
        .ask(
            new Ask(
                account, plain.lines(), List.of(), Optional.empty(), 0.5, 100, plain.deadline()));
    assertThat(provider.chats().getFirst().model()).isEqualTo("larger");
  }

  private Ask shaped() {
    return ask("hola", List.of(), Optional.of(SHAPE));
  }

  private void refusing(int number, String complaint) {
    provider.failing(at ->
        at == number
            ? List.of(
                new ModelFault.Refuse(400, "invalid_request_error", complaint, Optional.empty()))
            : List.of());
  }

  private List<String> formats() {
    return provider.chats().stream().map(ModelRequest::format).toList();
  }

  private Used used(LanguageModel model) {
    var said = (Answer.Said) model.ask(ask("hola"));
    var call = call(said.call());
    return new Used(call.promptTokens(), call.answerTokens());
  }

  private Call call(long id) {
    return replica.crm().bean(Calls.class).find(workspace(), id).orElseThrow();
  }
}
