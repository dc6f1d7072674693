package dev.relevo.bot.responder.dialogflow;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.relevo.bot.responder.Asking;
import dev.relevo.crm.conversation.Content;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What goes along with a question: a little for the agent's conditions, the message itself for its
/// webhook, which can ask back by the contact's number. No phone, no address, no earlier messages.
final class Sent {

  private static final String CHANNEL = "channel";
  private static final String CONTACT = "contactId";
  private static final String NAME = "contactName";
  private static final String FIRST = "firstTurn";

  /// The session parameters that are ours.
  static final Set<String> NAMES = Set.of(CHANNEL, CONTACT, NAME, FIRST, "trial");

  private Sent() {}

  static Struct parameters(Asking asking, boolean first) {
    var parameters =
        Struct.newBuilder()
            .putFields(CHANNEL, text(asking.channelType()))
            .putFields(FIRST, Value.newBuilder().setBoolValue(first).build());
    asking
        .transcript()
        .ifPresent(it ->
            parameters
                .putFields(CONTACT, text(Long.toString(it.contact().id().value())))
                .putFields(NAME, text(it.contact().name())));
    return parameters.build();
  }

  static Struct payload(Asking asking, String words) {
    var payload =
        Struct.newBuilder()
            .putFields("source", text(asking.channelType()))
            .putFields("text", text(words))
            .putFields("message", message(asking.content()));
    asking
        .transcript()
        .ifPresent(it ->
            payload.putFields(
                "contact",
                object(
                    Struct.newBuilder()
                        .putFields(CONTACT, text(Long.toString(it.contact().id().value())))
                        .putFields("channelId", text(it.message().channel().value()))
                        .putFields(
                            "conversationId",
                            text(
                                it.message()
                                    .conversation()
                                    .map(id -> Long.toString(id.value()))
                                    .orElse(""))))));
    return attachment(asking.content())
        .map(it -> payload.putFields("attachments", it).build())
        .orElseGet(payload::build);
  }

  private static Value message(Content content) {
    var kind =
        switch (content) {
          case Content.Text _ -> "text";
          case Content.Picked _ -> "option";
          case Content.Media media -> media.kind().name().toLowerCase(Locale.ROOT);
          case Content.Place _ -> "location";
          case Content.Cards _ -> "contacts";
          case Content.Choice _,
              Content.Reaction _,
              Content.Order _,
              Content.Form _,
              Content.Template _,
              Content.Notice _,
              Content.Unsupported _ ->
              "other";
        };
    var message = Struct.newBuilder().putFields("type", text(kind));
    if (content instanceof Content.Picked(var option, var label)) {
      message.putFields("option", text(option)).putFields("label", text(label));
    }
    return object(message);
  }

  private static Optional<Value> attachment(Content content) {
    var attachment =
        switch (content) {
          case Content.Media media ->
              Struct.newBuilder()
                  .putFields("type", text(media.kind().name().toLowerCase(Locale.ROOT)))
                  .putFields("mime", text(media.mime()))
                  .putFields("name", text(media.name()));
          case Content.Place place ->
              Struct.newBuilder()
                  .putFields("type", text("location"))
                  .putFields(
                      "payload",
                      object(
                          Struct.newBuilder()
                              .putFields("lat", number(place.latitude()))
                              .putFields("long", number(place.longitude()))
                              .putFields("address", text(place.address()))));
          case Content.Text _,
              Content.Picked _,
              Content.Cards _,
              Content.Choice _,
              Content.Reaction _,
              Content.Order _,
              Content.Form _,
              Content.Template _,
              Content.Notice _,
              Content.Unsupported _ ->
              Struct.newBuilder();
        };
    return attachment.getFieldsCount() == 0
        ? Optional.empty()
        : Optional.of(
            Value.newBuilder()
                .setListValue(ListValue.newBuilder().addValues(object(attachment)))
                .build());
  }

  private static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }

  private static Value number(double number) {
    return Value.newBuilder().setNumberValue(number).build();
  }

  private static Value object(Struct.Builder struct) {
    return Value.newBuilder().setStructValue(struct).build();
  }
}
