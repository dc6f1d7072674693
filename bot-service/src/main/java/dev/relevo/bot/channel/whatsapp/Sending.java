package dev.relevo.bot.channel.whatsapp;

import dev.relevo.bot.channel.Delivery;
import dev.relevo.bot.channel.Dispatch;
import dev.relevo.crm.contact.Address;
import dev.relevo.crm.contact.Alias.Kind;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Wording;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What we say, in Meta's words, sent.
final class Sending {

  private static final String JSON = "application/json";

  private final GraphApi api;
  private final String phoneNumberId;
  private final BiFunction<Wording, Language, String> words;
  private final Uploads uploads;
  private final Verdict verdict;
  private final Supplier<Language> language;

  Sending(
      GraphApi api,
      String phoneNumberId,
      Uploads.Source files,
      BiFunction<Wording, Language, String> words,
      Supplier<Language> language) {
    this.api = api;
    this.phoneNumberId = phoneNumberId;
    this.words = words;
    this.language = language;
    this.verdict = new Verdict(language);
    this.uploads = new Uploads(api, phoneNumberId, files);
  }

  /// Sends it; whoever posted cut it before, so that it is one request. If it still needs several,
  /// they go one after the other, and what failed after the first is not sent again, because the
  /// first would be, too.
  Delivery send(Dispatch dispatch) {
    var to = recipient(dispatch.to());
    if (to.isEmpty()) {
      return refused("no-address", Fault.NO_ADDRESS);
    }
    var requests = requests(dispatch);
    var first = send(dispatch, to.get(), requests.getFirst());
    for (var n = 1; n < requests.size() && first instanceof Delivery.Accepted; n++) {
      var next = send(dispatch, to.get(), requests.get(n));
      if (!(next instanceof Delivery.Accepted)) {
        return refused("in-part", Fault.IN_PART);
      }
    }
    return first;
  }

  /// Marks the message as read and shows "typing…" until the answer is there, or for 25 seconds.
  void typing(String message) {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("messaging_product", "whatsapp")
            .put("status", "read")
            .put("message_id", message);
    body.putObject("typing_indicator").put("type", "text");
    call(body);
  }

  private Delivery refused(String code, Fault fault) {
    return new Delivery.Refused(code, fault.in(language.get()));
  }

  private List<Request> requests(Dispatch dispatch) {
    var requests = new ArrayList<Request>();
    for (var piece : Pieces.of(dispatch.content())) {
      if (piece instanceof Content.Choice choice) {
        requests.addAll(menu(choice, dispatch.language()));
      } else {
        requests.add(Request.of(piece));
      }
    }
    return requests;
  }

  private List<Request> menu(Content.Choice choice, Language language) {
    var menu = new Menu(choice, words.apply(Wording.SEE_OPTIONS, language));
    var interactive = menu.interactive();
    return interactive.isEmpty()
        ? Pieces.cut(menu.numbered(), Pieces.TEXT).stream()
            .map(it -> Request.of(new Content.Text(it)))
            .toList()
        : List.of(new Request.Ready("interactive", interactive));
  }

  private Delivery send(Dispatch dispatch, ObjectNode to, Request request) {
    return switch (request) {
      case Request.Ready ready -> post(dispatch, to, ready);
      case Request.Upload upload -> uploaded(dispatch, to, upload);
      case Request.Impossible(var fault) -> refused("unsupported", fault);
    };
  }

  private Delivery uploaded(Dispatch dispatch, ObjectNode to, Request.Upload upload) {
    return switch (uploads.upload(upload.file(), upload.media())) {
      case Uploads.Uploaded.As(var id) ->
          post(dispatch, to, new Request.Ready(upload.type(), upload.object().put("id", id)));
      // Nothing reached the customer yet, so a lost upload may simply be made again.
      case Uploads.Uploaded.Lost(var why) ->
          new Delivery.RetryLater("upload", why, Optional.empty(), Delivery.Scope.PARCEL);
      case Uploads.Uploaded.Answered(var reply) -> verdict.of(reply, who(to), dispatch.reference());
    };
  }

  private Delivery post(Dispatch dispatch, ObjectNode to, Request.Ready ready) {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("messaging_product", "whatsapp")
            .put("recipient_type", "individual");
    body.setAll(to);
    dispatch.quotes().ifPresent(it -> body.putObject("context").put("message_id", it));
    body.put("type", ready.type());
    body.set(ready.type(), ready.object());
    body.put("biz_opaque_callback_data", dispatch.reference());
    return verdict.of(call(body), who(to), dispatch.reference());
  }

  private GraphApi.Reply<byte[]> call(ObjectNode body) {
    return api.post(
        "/" + phoneNumberId + "/messages",
        JSON,
        BodyPublishers.ofByteArray(Wire.JSON.writeValueAsBytes(body)));
  }

  /// The phone with `+` (without it Meta may add its own country), else the user id.
  private static Optional<ObjectNode> recipient(Address address) {
    var phone =
        address
            .alias(Kind.PHONE)
            .map(it -> JsonNodeFactory.instance.objectNode().put("to", "+" + it));
    return phone.or(() ->
        address
            .alias(Kind.USER_ID)
            .or(() -> address.alias(Kind.PARENT_USER_ID))
            .map(it -> JsonNodeFactory.instance.objectNode().put("recipient", it)));
  }

  private static String who(ObjectNode to) {
    return Wire.some(to, "to", 200).orElseGet(() -> Wire.text(to, "recipient"));
  }
}
