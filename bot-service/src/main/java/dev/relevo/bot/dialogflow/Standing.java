package dev.relevo.bot.dialogflow;

import com.google.cloud.dialogflow.cx.v3.Match.MatchType;
import com.google.cloud.dialogflow.cx.v3.Page;
import com.google.cloud.dialogflow.cx.v3.QueryResult;
import com.google.cloud.dialogflow.cx.v3.ResponseMessage;
import com.google.protobuf.Value.KindCase;
import java.util.HashSet;
import java.util.Set;

/// Where an answer leaves the session.
///
/// @param spent parameters that ask for something to be done: the session would say them again
record Standing(boolean engaged, boolean ended, boolean missed, Set<String> spent) {

  private static final String TO_DO = "RB_";

  static Standing after(QueryResult result) {
    var ended =
        result.getResponseMessagesList().stream().anyMatch(ResponseMessage::hasEndInteraction);
    var match = result.getMatch().getMatchType();
    return new Standing(
        !ended && isEngaged(result),
        ended,
        match == MatchType.NO_MATCH || match == MatchType.NO_INPUT,
        spent(result));
  }

  /// On a page of its own, that is in the midst of something; the pages every flow has are not.
  private static boolean isEngaged(QueryResult result) {
    var asks =
        result.getResponseMessagesList().stream()
            .anyMatch(it -> it.getResponseType() == ResponseMessage.ResponseType.PARAMETER_PROMPT);
    return asks || !isEverywhere(result.getCurrentPage());
  }

  private static boolean isEverywhere(Page page) {
    var id = page.getName().substring(page.getName().lastIndexOf('/') + 1);
    return switch (id) {
      case "START_PAGE", "END_FLOW", "END_SESSION", "PREVIOUS_PAGE", "CURRENT_PAGE" -> true;
      default ->
          switch (page.getDisplayName()) {
            case "", "Start Page", "End Flow", "End Session" -> true;
            default -> false;
          };
    };
  }

  private static Set<String> spent(QueryResult result) {
    var spent = new HashSet<String>();
    result
        .getParameters()
        .getFieldsMap()
        .forEach((name, value) -> {
          if (name.startsWith(TO_DO) && value.getKindCase() != KindCase.NULL_VALUE) {
            spent.add(name);
          }
        });
    return spent;
  }
}
