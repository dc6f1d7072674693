package dev.relevo.bot.dialogflow;

import com.google.cloud.dialogflow.cx.v3.DetectIntentRequest;
import com.google.cloud.dialogflow.cx.v3.EventInput;
import com.google.cloud.dialogflow.cx.v3.QueryInput;
import com.google.cloud.dialogflow.cx.v3.QueryParameters;
import com.google.cloud.dialogflow.cx.v3.TextInput;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.relevo.crm.workspace.Language;
import java.time.Duration;
import java.util.Collection;

/// Questions as they go over the wire.
final class Requests {

  private static final Value TRUE = Value.newBuilder().setBoolValue(true).build();
  private static final Value NOTHING =
      Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();

  private Requests() {}

  /// A question that is only tried out says so, to the agent and to its webhook.
  static DetectIntentRequest of(
      Connection connection, Question question, String session, Duration ttl) {
    var parameters = question.parameters().toBuilder();
    var payload = question.payload().toBuilder();
    if (question.asker().isEmpty()) {
      parameters.putFields("trial", TRUE);
      payload.putFields("trial", TRUE);
    }
    var language = connection.language().orElse(question.language());
    return DetectIntentRequest.newBuilder()
        .setSession(connection.agent().session(session))
        .setQueryInput(input(question.input()).setLanguageCode(language))
        .setQueryParams(
            QueryParameters.newBuilder()
                .setParameters(parameters)
                .setPayload(payload)
                .setChannel(question.channel())
                .setSessionTtl(
                    com.google.protobuf.Duration.newBuilder().setSeconds(ttl.toSeconds())))
        .build();
  }

  static DetectIntentRequest probe(Connection connection, String session, Language reader) {
    return DetectIntentRequest.newBuilder()
        .setSession(connection.agent().session(session))
        .setQueryInput(
            input(new Question.Input.Words("?"))
                .setLanguageCode(connection.language().orElse(reader.code())))
        .setQueryParams(
            QueryParameters.newBuilder()
                .setParameters(Struct.newBuilder().putFields("trial", TRUE)))
        .build();
  }

  /// The same, and these parameters are deleted from the session.
  static DetectIntentRequest deleting(DetectIntentRequest request, Collection<String> parameters) {
    if (parameters.isEmpty()) {
      return request;
    }
    var more = request.toBuilder();
    var all = more.getQueryParamsBuilder().getParametersBuilder();
    parameters.forEach(it -> all.putFields(it, NOTHING));
    return more.build();
  }

  private static QueryInput.Builder input(Question.Input input) {
    return switch (input) {
      case Question.Input.Words(var text) ->
          QueryInput.newBuilder().setText(TextInput.newBuilder().setText(text));
      case Question.Input.Event(var name) ->
          QueryInput.newBuilder().setEvent(EventInput.newBuilder().setEvent(name));
    };
  }
}
