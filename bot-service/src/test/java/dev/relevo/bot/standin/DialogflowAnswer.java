package dev.relevo.bot.standin;

import com.google.cloud.dialogflow.cx.v3.DetectIntentRequest;
import com.google.cloud.dialogflow.cx.v3.DetectIntentResponse;
import com.google.cloud.dialogflow.cx.v3.Intent;
import com.google.cloud.dialogflow.cx.v3.Match;
import com.google.cloud.dialogflow.cx.v3.Match.MatchType;
import com.google.cloud.dialogflow.cx.v3.Page;
import com.google.cloud.dialogflow.cx.v3.QueryInput;
import com.google.cloud.dialogflow.cx.v3.QueryResult;
import com.google.cloud.dialogflow.cx.v3.ResponseMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.util.JsonFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the agent answers, built up in the order in which it is to be said.
public final class DialogflowAnswer {

  private final List<ResponseMessage> messages = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private final MatchType match;
  private final String intent;
  private String page = "Start Page";
  private boolean ends;

  private DialogflowAnswer(MatchType match, String intent) {
    this.match = match;
    this.intent = intent;
  }

  /// An intent was understood.
  public static DialogflowAnswer intent(String name) {
    return new DialogflowAnswer(MatchType.INTENT, name);
  }

  /// An event was handled.
  public static DialogflowAnswer event() {
    return new DialogflowAnswer(MatchType.EVENT, "");
  }

  /// A form's question was answered.
  public static DialogflowAnswer filled() {
    return new DialogflowAnswer(MatchType.PARAMETER_FILLING, "");
  }

  /// Nothing was understood.
  public static DialogflowAnswer noMatch() {
    return new DialogflowAnswer(MatchType.NO_MATCH, "");
  }

  /// Says one message; several texts are one message's lines.
  public DialogflowAnswer says(String... texts) {
    messages.add(
        ResponseMessage.newBuilder()
            .setText(ResponseMessage.Text.newBuilder().addAllText(List.of(texts)))
            .build());
    return this;
  }

  /// Sends a custom payload, given as JSON.
  public DialogflowAnswer payload(String json) {
    messages.add(ResponseMessage.newBuilder().setPayload(struct(json)).build());
    return this;
  }

  /// Offers replies to tap.
  public DialogflowAnswer quickReplies(String... titles) {
    var replies = new ArrayList<String>();
    for (var title : titles) {
      replies.add("{\"title\":\"%s\",\"value\":\"%s\"}".formatted(title, title));
    }
    return payload("{\"quickReplies\":[%s]}".formatted(String.join(",", replies)));
  }

  /// Signals that a person is to take over; metadata as JSON.
  public DialogflowAnswer handsOff(String metadata) {
    messages.add(
        ResponseMessage.newBuilder()
            .setLiveAgentHandoff(
                ResponseMessage.LiveAgentHandoff.newBuilder().setMetadata(struct(metadata)))
            .build());
    return this;
  }

  /// Ends the session: the next call of the same id begins anew.
  public DialogflowAnswer ends() {
    messages.add(
        ResponseMessage.newBuilder()
            .setEndInteraction(ResponseMessage.EndInteraction.getDefaultInstance())
            .build());
    ends = true;
    return this;
  }

  /// Any other kind of message, such as audio.
  public DialogflowAnswer message(ResponseMessage message) {
    messages.add(message);
    return this;
  }

  /// Sets a session parameter, such as `RB_ADDTAGS`: a text, a number or a truth value.
  public DialogflowAnswer sets(String parameter, Object value) {
    parameters.put(parameter, value);
    return this;
  }

  /// Goes to another page.
  public DialogflowAnswer goesTo(String page) {
    this.page = page;
    return this;
  }

  Map<String, Object> parameters() {
    return Map.copyOf(parameters);
  }

  String page() {
    return page;
  }

  boolean isEnd() {
    return ends;
  }

  /// As it goes over the wire.
  ///
  /// @param parameters the session's
  DetectIntentResponse response(DetectIntentRequest request, Struct parameters) {
    var input = request.getQueryInput();
    var result =
        QueryResult.newBuilder()
            .setLanguageCode(input.getLanguageCode())
            .addAllResponseMessages(messages)
            .setParameters(parameters)
            .setCurrentPage(Page.newBuilder().setDisplayName(page))
            .setMatch(matched(input));
    if (input.hasEvent()) {
      result.setTriggerEvent(input.getEvent().getEvent());
    } else {
      result.setText(input.getText().getText());
    }
    return DetectIntentResponse.newBuilder()
        .setResponseId("stand-in")
        .setQueryResult(result)
        .setResponseType(DetectIntentResponse.ResponseType.FINAL)
        .build();
  }

  private Match matched(QueryInput input) {
    var matched =
        Match.newBuilder()
            .setMatchType(match)
            .setConfidence(1)
            .setResolvedInput(input.getText().getText())
            .setEvent(input.getEvent().getEvent());
    if (!intent.isEmpty()) {
      matched.setIntent(Intent.newBuilder().setDisplayName(intent));
    }
    return matched.build();
  }

  private static Struct struct(String json) {
    var struct = Struct.newBuilder();
    try {
      JsonFormat.parser().merge(json, struct);
    } catch (InvalidProtocolBufferException wrong) {
      throw new IllegalArgumentException("not a JSON object: " + json, wrong);
    }
    return struct.build();
  }
}
