package dev.relevo.bot.responder.dialogflow;

import com.google.cloud.dialogflow.cx.v3.QueryResult;
import com.google.cloud.dialogflow.cx.v3.ResponseMessage;
import java.util.HashMap;
import java.util.Map;

/// Reads an agent's answer: its messages in order, then its parameters.
record AnswerReader(Circumstances around) {

  Gathered read(QueryResult result) {
    var gathered = new Gathered();
    var wishes = new Wishes(around, gathered);
    var payloads = new Payloads(around, gathered, wishes);
    result.getResponseMessagesList().forEach(it -> message(it, gathered, payloads));
    wishes.parameters(parameters(result));
    result.getWebhookStatusesList().stream()
        .filter(it -> it.getCode() != 0)
        .forEach(it -> gathered.note("webhook failed with code " + it.getCode()));
    return gathered;
  }

  private void message(ResponseMessage message, Gathered into, Payloads payloads) {
    switch (message.getMessageCase()) {
      case TEXT ->
          into.say(around.filling().apply(String.join("\n", message.getText().getTextList())));
      case PAYLOAD -> payloads.read(Given.of(message.getPayload()));
      case LIVE_AGENT_HANDOFF ->
          handOff(Given.of(message.getLiveAgentHandoff().getMetadata()), into);
      case END_INTERACTION -> into.end();
      case CONVERSATION_SUCCESS -> into.note("conversation success");
      case OUTPUT_AUDIO_TEXT,
          PLAY_AUDIO,
          MIXED_AUDIO,
          TELEPHONY_TRANSFER_CALL,
          KNOWLEDGE_INFO_CARD,
          TOOL_CALL,
          MESSAGE_NOT_SET ->
          into.note("ignored message " + message.getMessageCase());
    }
  }

  private static void handOff(Given metadata, Gathered into) {
    into.call(metadata.textAt("reason"), metadata.textAt("summary"));
    into.team(metadata.textAt("queue", "team"));
  }

  /// The session's, and what this match found.
  private static Map<String, Given> parameters(QueryResult result) {
    var all = new HashMap<>(Given.of(result.getMatch().getParameters()).members());
    all.putAll(Given.of(result.getParameters()).members());
    return all;
  }
}
