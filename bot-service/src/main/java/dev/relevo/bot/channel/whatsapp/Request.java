package dev.relevo.bot.channel.whatsapp;

import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.file.FileId;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The part of a request to `/messages` that depends on what is said.
sealed interface Request {

  /// `type` and the object (for cards, the array) of that name.
  record Ready(String type, JsonNode object) implements Request {

    static Ready text(String body) {
      var text = JsonNodeFactory.instance.objectNode().put("preview_url", false).put("body", body);
      return new Ready("text", text);
    }
  }

  /// One of our own files, to be uploaded first.
  record Upload(String type, ObjectNode object, FileId file, Content.Media media)
      implements Request {}

  /// WhatsApp cannot be given this.
  record Impossible(Fault fault) implements Request {}

  /// What a content needs; a choice is not one of them, see [Menu].
  static Request of(Content content) {
    return switch (content) {
      case Content.Text(var body) ->
          body.isBlank() ? new Impossible(Fault.NOTHING_IN_IT) : Ready.text(body);
      case Content.Media media -> medium(media);
      case Content.Place place -> new Ready("location", location(place));
      case Content.Cards(var cards) -> new Ready("contacts", people(cards));
      case Content.Reaction(var emoji, var to) ->
          new Ready(
              "reaction",
              JsonNodeFactory.instance.objectNode().put("message_id", to).put("emoji", emoji));
      case Content.Template template -> new Ready("template", template(template));
      case Content.Choice _,
          Content.Picked _,
          Content.Order _,
          Content.Form _,
          Content.Notice _,
          Content.Unsupported _ ->
          new Impossible(Fault.CANNOT_BE_SENT);
    };
  }

  private static Request medium(Content.Media media) {
    var type = type(media.kind());
    if (type.isEmpty()) {
      return new Impossible(Fault.STICKER);
    }
    var object = JsonNodeFactory.instance.objectNode();
    if (!media.caption().isBlank()) {
      object.put("caption", media.caption());
    }
    if (media.kind() == Content.MediaKind.DOCUMENT && !media.name().isBlank()) {
      object.put("filename", media.name());
    }
    if (media.link().isPresent()) {
      return new Ready(type.get(), object.put("link", media.link().get()));
    }
    return media
        .file()
        .<Request>map(file -> new Upload(type.get(), object, file, media))
        .orElse(new Impossible(Fault.NOTHING_IN_IT));
  }

  private static Optional<String> type(Content.MediaKind kind) {
    return switch (kind) {
      case IMAGE -> Optional.of("image");
      case VIDEO -> Optional.of("video");
      case AUDIO, VOICE -> Optional.of("audio");
      case DOCUMENT -> Optional.of("document");
      case STICKER -> Optional.empty();
    };
  }

  private static ObjectNode location(Content.Place place) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("latitude", place.latitude())
        .put("longitude", place.longitude())
        .put("name", place.name())
        .put("address", place.address());
  }

  private static JsonNode people(List<Content.Card> cards) {
    var people = JsonNodeFactory.instance.arrayNode();
    for (var card : cards) {
      var person = people.addObject();
      var name = card.name().isBlank() ? "-" : card.name();
      person.putObject("name").put("formatted_name", name).put("first_name", name);
      var phones = person.putArray("phones");
      card.phones().forEach(it -> phones.addObject().put("phone", it));
      var emails = person.putArray("emails");
      card.emails().forEach(it -> emails.addObject().put("email", it));
    }
    return people;
  }

  private static ObjectNode template(Content.Template template) {
    var object = JsonNodeFactory.instance.objectNode().put("name", template.name());
    object.putObject("language").put("code", template.language());
    if (!template.parameters().isEmpty()) {
      var body = object.putArray("components").addObject().put("type", "body");
      var parameters = body.putArray("parameters");
      template
          .parameters()
          .forEach(it -> parameters.addObject().put("type", "text").put("text", it));
    }
    return object;
  }
}
