package dev.relevo.bot.standin;

import com.google.cloud.dialogflow.cx.v3.DetectIntentRequest;
import com.google.cloud.dialogflow.cx.v3.QueryInput;
import com.google.cloud.dialogflow.cx.v3.SessionName;
import dev.relevo.bot.standin.DialogflowStandIn.Agent;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/// What Dialogflow refuses by itself.
final class DialogflowDemands {

  private static final int LONGEST_ID = 36;

  private DialogflowDemands() {}

  /// The last part of the session's name; throws what Dialogflow answers to a wrong call.
  static String session(DetectIntentRequest request, Agent agent, int longestText) {
    if (!SessionName.isParsableFrom(request.getSession())) {
      throw invalid("The session name is malformed.");
    }
    var name = SessionName.parse(request.getSession());
    if (!agent.location().equals(name.getLocation())) {
      throw invalid(
          "Please refer to https://cloud.google.com/dialogflow/cx/docs/concept/region: location "
              + name.getLocation()
              + " is not served by this endpoint.");
    }
    if (!agent.project().equals(name.getProject()) || !agent.id().equals(name.getAgent())) {
      throw fault(Status.Code.NOT_FOUND, "The agent does not exist.");
    }
    if (name.getSession().length() > LONGEST_ID) {
      throw invalid("The session id has more than 36 characters.");
    }
    input(request.getQueryInput(), longestText);
    return name.getSession();
  }

  static StatusRuntimeException fault(Status.Code code, String description) {
    return Status.fromCode(code).withDescription(description).asRuntimeException();
  }

  private static void input(QueryInput input, int longestText) {
    var text = input.getText().getText();
    if (input.getLanguageCode().isEmpty()) {
      throw invalid("The language code is missing.");
    }
    if (!input.hasEvent() && (text.isBlank() || text.length() > longestText)) {
      throw invalid("The input text is empty or too long.");
    }
  }

  private static StatusRuntimeException invalid(String description) {
    return fault(Status.Code.INVALID_ARGUMENT, description);
  }
}
