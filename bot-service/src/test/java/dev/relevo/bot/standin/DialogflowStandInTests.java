package dev.relevo.bot.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.StatusCode;
import com.google.cloud.dialogflow.cx.v3.DetectIntentRequest;
import com.google.cloud.dialogflow.cx.v3.DetectIntentResponse;
import com.google.cloud.dialogflow.cx.v3.EventInput;
import com.google.cloud.dialogflow.cx.v3.Match.MatchType;
import com.google.cloud.dialogflow.cx.v3.QueryInput;
import com.google.cloud.dialogflow.cx.v3.QueryParameters;
import com.google.cloud.dialogflow.cx.v3.QueryResult;
import com.google.cloud.dialogflow.cx.v3.ResponseMessage;
import com.google.cloud.dialogflow.cx.v3.SessionsClient;
import com.google.cloud.dialogflow.cx.v3.SessionsSettings;
import com.google.cloud.dialogflow.cx.v3.TextInput;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.relevo.bot.standin.DialogflowStandIn.Agent;
import io.grpc.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Tried with the client that the bot answers through.
class DialogflowStandInTests {

  private final DialogflowStandIn dialogflow = new DialogflowStandIn(Agent.SAMPLE);
  private final SessionsClient client;

  DialogflowStandInTests() throws IOException {
    client = connected(dialogflow.endpoint(), Duration.ofSeconds(10));
  }

  @AfterEach
  void close() {
    client.close();
    dialogflow.close();
  }

  @Test
  void saysItsMessagesInOrder() {
    var result = said("uno", "¿Qué precios tienen?");

    assertThat(result.getMatch().getMatchType()).isEqualTo(MatchType.INTENT);
    assertThat(result.getMatch().getIntent().getDisplayName()).isEqualTo("precios");
    assertThat(result.getResponseMessagesList())
        .extracting(ResponseMessage::getMessageCase)
        .containsExactly(
            ResponseMessage.MessageCase.TEXT,
            ResponseMessage.MessageCase.TEXT,
            ResponseMessage.MessageCase.PAYLOAD);
    assertThat(result.getResponseMessages(0).getText().getTextList()).hasSize(2);
    assertThat(result.getResponseMessages(2).getPayload().getFieldsMap())
        .containsKey("quickReplies");
  }

  @Test
  void handlesEvents() {
    assertThat(text(happened("uno", "WELCOME"))).startsWith("¡Hola!");
    var referred = happened("dos", "REF_INSTAGRAM");
    assertThat(referred.getMatch().getMatchType()).isEqualTo(MatchType.EVENT);
    assertThat(referred.getTriggerEvent()).isEqualTo("REF_INSTAGRAM");
    assertThat(referred.getParameters().getFieldsMap().get("RB_ADDTAGS"))
        .isEqualTo(Value.newBuilder().setStringValue("ref_instagram").build());
  }

  @Test
  void fillsAFormOverSeveralTurnsOfItsSession() {
    assertThat(said("uno", "mi pedido").getCurrentPage().getDisplayName()).isEqualTo("Pedido");
    assertThat(said("dos", "1234567").getMatch().getMatchType()).isEqualTo(MatchType.NO_MATCH);
    assertThat(said("uno", "no lo sé").getMatch().getMatchType()).isEqualTo(MatchType.NO_MATCH);
    var filled = said("uno", "es el 1234567");

    assertThat(filled.getMatch().getMatchType()).isEqualTo(MatchType.PARAMETER_FILLING);
    assertThat(filled.getParameters().getFieldsMap()).containsKey("pedido");
    assertThat(filled.getCurrentPage().getDisplayName()).isEqualTo("Start Page");
  }

  @Test
  void setsParametersAndActsByPayload() {
    var result = said("uno", "quiero ser vip");

    assertThat(result.getParameters().getFieldsMap()).containsKeys("RB_ADDTAGS", "RB_CF_ciudad");
    assertThat(result.getResponseMessages(1).getPayload().getFieldsMap()).containsKey("crm");
    assertThat(said("uno", "mi correo es ana@example.org").getParameters().getFieldsMap())
        .containsKeys("RB_ADDTAGS", "RB_EMAIL");
  }

  @Test
  void handsOffAndEnds() {
    assertThat(said("uno", "una persona").getResponseMessages(1).getLiveAgentHandoff())
        .satisfies(it -> assertThat(it.getMetadata().getFieldsMap()).containsKey("queue"));
    said("uno", "quiero ser vip");
    assertThat(said("uno", "adiós").getResponseMessages(1).hasEndInteraction()).isTrue();
    assertThat(said("uno", "horario").getParameters().getFieldsMap()).isEmpty();
  }

  @Test
  void takesParametersAlongAndForgetsThoseSetToNull() {
    var given = struct("contactName", Value.newBuilder().setStringValue("Ana").build());
    assertThat(detected(request("uno", "horario", given)).getParameters()).isEqualTo(given);
    var taken =
        struct("contactName", Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build());

    assertThat(detected(request("uno", "horario", taken)).getParameters().getFieldsMap()).isEmpty();
    assertThat(dialogflow.log().getFirst().parameters()).isEqualTo(given);
  }

  @Test
  void keepsWhatDialogflowSaw() {
    said("uno", "horario");

    var call = dialogflow.log().getFirst();
    assertThat(call.text()).isEqualTo("horario");
    assertThat(call.language()).isEqualTo("es");
    assertThat(call.routing()).hasValueSatisfying(it -> assertThat(it).startsWith("session="));
    assertThat(call.deadline()).hasValueSatisfying(it -> assertThat(it).isPositive());
    assertThat(dialogflow.mostTogether("uno")).isEqualTo(1);
    assertThat(dialogflow.mostTogether("dos")).isZero();
  }

  @Test
  void countsCallsOfOneSessionThatComeTogether() throws Exception {
    var bothThere = new CountDownLatch(2);
    dialogflow.failing(number -> {
      bothThere.countDown();
      await(bothThere);
      return List.<DialogflowFault>of();
    });

    var first = client.detectIntentCallable().futureCall(request("uno", "horario", struct()));
    var second = client.detectIntentCallable().futureCall(request("uno", "precios", struct()));
    first.get(10, TimeUnit.SECONDS);
    second.get(10, TimeUnit.SECONDS);

    assertThat(dialogflow.mostTogether("uno")).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.Code.class,
      names = {"OK"},
      mode = EnumSource.Mode.EXCLUDE)
  void failsWithEachStatus(Status.Code code) {
    dialogflow.failing(new DialogflowFault.Fails(code));

    assertThatThrownBy(() -> said("uno", "horario"))
        .isInstanceOfSatisfying(
            ApiException.class,
            it -> assertThat(it.getStatusCode().getCode().name()).isEqualTo(code.name()));
    assertThat(dialogflow.log()).hasSize(1);
  }

  @Test
  void goesOnThoughTheAnswerIsLost() {
    dialogflow.failing(number ->
        number == 1 ? List.of(new DialogflowFault.AnswerLost(Status.Code.UNAVAILABLE)) : List.of());

    assertThatThrownBy(() -> said("uno", "mi pedido")).isInstanceOf(ApiException.class);
    assertThat(said("uno", "1234567").getMatch().getMatchType())
        .isEqualTo(MatchType.PARAMETER_FILLING);
  }

  @Test
  void letsWaitLongerThanTheClientWill() throws IOException {
    dialogflow.failing(new DialogflowFault.Delay(Duration.ofSeconds(20)));
    try (var impatient = connected(dialogflow.endpoint(), Duration.ofMillis(300))) {
      assertThatThrownBy(() -> impatient.detectIntent(request("uno", "horario", struct())))
          .isInstanceOfSatisfying(
              ApiException.class,
              it ->
                  assertThat(it.getStatusCode().getCode())
                      .isEqualTo(StatusCode.Code.DEADLINE_EXCEEDED));
    }
  }

  @Test
  void refusesWhatDialogflowRefuses() {
    dialogflow.refusingTextsOver(256);
    var elsewhere = new Agent("demo-project", "europe-west1", Agent.SAMPLE.id());
    var another = new Agent("demo-project", "us-central1", "another");

    assertThat(refusal(asking(elsewhere.session("uno"), "horario", "es")))
        .contains("INVALID_ARGUMENT", "region");
    assertThat(refusal(asking(another.session("uno"), "horario", "es"))).contains("NOT_FOUND");
    var session = Agent.SAMPLE.session("uno");
    assertThat(refusal(asking(session, "horario", ""))).contains("language");
    assertThat(refusal(asking(session, " ", "es"))).contains("empty");
    assertThat(refusal(asking(session, "x".repeat(257), "es"))).contains("too long");
    assertThat(refusal(asking(Agent.SAMPLE.session("x".repeat(37)), "horario", "es")))
        .contains("36 characters");
    assertThat(dialogflow.log()).isEmpty();
  }

  private String refusal(DetectIntentRequest request) {
    try {
      return client.detectIntent(request).toString();
    } catch (ApiException refused) {
      return refused.getStatusCode().getCode() + " " + refused.getMessage();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private QueryResult said(String session, String text) {
    return detected(request(session, text, struct()));
  }

  private QueryResult happened(String session, String event) {
    return detected(
        DetectIntentRequest.newBuilder()
            .setSession(Agent.SAMPLE.session(session))
            .setQueryInput(
                QueryInput.newBuilder()
                    .setLanguageCode("es")
                    .setEvent(EventInput.newBuilder().setEvent(event)))
            .build());
  }

  private QueryResult detected(DetectIntentRequest request) {
    DetectIntentResponse response = client.detectIntent(request);
    return response.getQueryResult();
  }

  private static String text(QueryResult result) {
    return result.getResponseMessages(0).getText().getText(0);
  }

  private static DetectIntentRequest request(String session, String text, Struct parameters) {
    return asking(Agent.SAMPLE.session(session), text, "es").toBuilder()
        .setQueryParams(QueryParameters.newBuilder().setParameters(parameters))
        .build();
  }

  private static DetectIntentRequest asking(String session, String text, String language) {
    return DetectIntentRequest.newBuilder()
        .setSession(session)
        .setQueryInput(
            QueryInput.newBuilder()
                .setLanguageCode(language)
                .setText(TextInput.newBuilder().setText(text)))
        .build();
  }

  private static Struct struct() {
    return Struct.getDefaultInstance();
  }

  private static Struct struct(String name, Value value) {
    return Struct.newBuilder().putFields(name, value).build();
  }

  private static SessionsClient connected(String endpoint, Duration deadline) throws IOException {
    var settings = SessionsSettings.newBuilder();
    settings
        .setEndpoint(endpoint)
        .setCredentialsProvider(NoCredentialsProvider.create())
        .setTransportChannelProvider(
            InstantiatingGrpcChannelProvider.newBuilder()
                .setChannelConfigurator(builder -> builder.usePlaintext())
                .build());
    settings
        .detectIntentSettings()
        .setRetryableCodes(Set.of())
        .setSimpleTimeoutNoRetriesDuration(deadline);
    return SessionsClient.create(settings.build());
  }
}
