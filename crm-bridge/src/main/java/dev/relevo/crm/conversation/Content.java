package dev.relevo.crm.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.relevo.crm.file.FileId;
import java.util.List;
import java.util.Optional;

/// What a message holds, in words every channel shares. Stored as JSON with `type` naming the case.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Content.Text.class, name = "text"),
  @JsonSubTypes.Type(value = Content.Choice.class, name = "choice"),
  @JsonSubTypes.Type(value = Content.Picked.class, name = "picked"),
  @JsonSubTypes.Type(value = Content.Media.class, name = "media"),
  @JsonSubTypes.Type(value = Content.Place.class, name = "place"),
  @JsonSubTypes.Type(value = Content.Cards.class, name = "cards"),
  @JsonSubTypes.Type(value = Content.Reaction.class, name = "reaction"),
  @JsonSubTypes.Type(value = Content.Order.class, name = "order"),
  @JsonSubTypes.Type(value = Content.Form.class, name = "form"),
  @JsonSubTypes.Type(value = Content.Template.class, name = "template"),
  @JsonSubTypes.Type(value = Content.Notice.class, name = "notice"),
  @JsonSubTypes.Type(value = Content.Unsupported.class, name = "unsupported")
})
public sealed interface Content {

  /// What it says in words; empty text for what only shows something.
  default String words() {
    return switch (this) {
      case Text(var body) -> body;
      case Choice(var body, _) -> body;
      case Picked(_, var label) -> label;
      case Media media -> media.caption();
      case Template template -> String.join(" ", template.parameters());
      case Place _, Cards _, Reaction _, Order _, Form _, Notice _, Unsupported _ -> "";
    };
  }

  /// Plain text; WhatsApp's `*bold*` and `_italics_` pass through.
  record Text(String body) implements Content {}

  /// A question with options to tap; outbound only. Channels show buttons, a list, or numbered
  /// text.
  record Choice(String body, List<Option> options) implements Content {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /// A tap on an option.
  ///
  /// @param option the id we gave the option (`row:ENV-003`, `person`, `say:…`), or the template
  ///   button's payload
  /// @param label what the customer saw
  record Picked(String option, String label) implements Content {}

  /// A picture, video, voice note or file. Inbound bytes are fetched after the message is stored:
  /// `file` is empty until then.
  ///
  /// @param link where the bytes lie, for outbound media of a row
  /// @param failure why the bytes could not be had
  record Media(
      MediaKind kind,
      Optional<FileId> file,
      Optional<String> link,
      String caption,
      String name,
      String mime,
      Optional<String> failure)
      implements Content {}

  /// A point on the map.
  record Place(double latitude, double longitude, String name, String address) implements Content {}

  /// People sent as contact cards.
  record Cards(List<Card> cards) implements Content {
    public Cards {
      cards = List.copyOf(cards);
    }
  }

  /// An emoji on an earlier message; empty when it was taken back.
  record Reaction(String emoji, String to) implements Content {}

  /// A shopping cart sent from a catalogue.
  record Order(String catalog, String text, List<Item> items) implements Content {
    public Order {
      items = List.copyOf(items);
    }
  }

  /// A filled form (WhatsApp Flow).
  record Form(String name, String body, String responseJson) implements Content {}

  /// A message approved by the provider beforehand; the only thing that may be sent outside
  /// WhatsApp's window.
  record Template(String name, String language, List<String> parameters) implements Content {
    public Template {
      parameters = List.copyOf(parameters);
    }
  }

  /// The channel says something about itself or the customer (changed number, opened the chat, …).
  record Notice(String kind, String text) implements Content {}

  /// Something the channel could not or would not pass on, or that we do not know; kept, shown as
  /// such.
  record Unsupported(String kind, String detail) implements Content {}

  /// One option of a choice.
  ///
  /// @param id at most 200 characters; what comes back in [Picked#option]
  /// @param label at most 24 characters (a list row's limit), 20 for buttons
  /// @param link a page to open instead of answering, where the channel can
  record Option(String id, String label, String description, Optional<String> link) {}

  /// A person on a contact card.
  record Card(String name, List<String> phones, List<String> emails) {
    public Card {
      phones = List.copyOf(phones);
      emails = List.copyOf(emails);
    }
  }

  /// A line of an order.
  record Item(String product, double quantity, double price, String currency) {}

  /// Sorts of media.
  enum MediaKind {
    IMAGE,
    VIDEO,
    AUDIO,
    VOICE,
    DOCUMENT,
    STICKER;

    /// As what a file of this type is shown. Apple's HEIC pictures open in few places and are
    /// documents.
    public static MediaKind of(String mime) {
      if (mime.startsWith("image/") && !mime.equals("image/heic")) {
        return IMAGE;
      }
      if (mime.startsWith("video/")) {
        return VIDEO;
      }
      return mime.startsWith("audio/") ? AUDIO : DOCUMENT;
    }
  }
}
