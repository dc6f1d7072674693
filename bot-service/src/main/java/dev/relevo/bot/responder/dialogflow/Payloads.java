package dev.relevo.bot.responder.dialogflow;

import dev.relevo.bot.responder.Options;
import dev.relevo.crm.conversation.Content;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Custom payloads, in the shapes met in the field: our neutral one (`crm`, `messages`), quick
/// replies, Dialogflow Messenger's rich content, WhatsApp's own messages, and signals to hand off.
final class Payloads {

  private final Circumstances around;
  private final Gathered into;
  private final Wishes wishes;

  Payloads(Circumstances around, Gathered into, Wishes wishes) {
    this.around = around;
    this.into = into;
    this.wishes = wishes;
  }

  void read(Given payload) {
    var understood = handOff(payload);
    understood |= each(payload.at("crm").at("actions").list(), wishes::action);
    understood |= each(payload.at("messages").list(), this::message);
    understood |= quickReplies(payload);
    understood |= each(payload.at("richContent").list(), it -> it.list().forEach(this::card));
    understood |= payload.at("whatsapp").isObject() && whatsApp(payload.at("whatsapp"));
    understood |= picture(payload);
    if (!understood) {
      into.note("ignored payload of unknown shape");
    }
  }

  private static boolean each(List<Given> all, Consumer<Given> what) {
    all.forEach(what);
    return !all.isEmpty();
  }

  private boolean handOff(Given payload) {
    var asked =
        around.handoffPointers().stream().map(payload::under).filter(Payloads::isYes).findFirst();
    asked.ifPresent(it -> {
      var said = it.isObject() ? it : payload;
      say(payload.textAt("message"));
      into.call(said.textAt("reason"), said.textAt("summary"));
      into.team(said.textAt("queue", "team"));
    });
    return asked.isPresent();
  }

  private static boolean isYes(Given signal) {
    return switch (signal.text().toLowerCase(Locale.ROOT)) {
      case "true", "handoff" -> true;
      default -> signal.isObject();
    };
  }

  /// One of the neutral payload's messages.
  private void message(Given message) {
    switch (message.textAt("type")) {
      case "text" -> say(message.textAt("text"));
      case "quick_reply" -> {
        say(message.textAt("title", "text"));
        offer(message.at("replies").list().stream().map(this::reply).toList());
      }
      case "image" -> image(message.textAt("url"), message.textAt("caption"));
      default -> into.note("ignored message " + message.textAt("type"));
    }
  }

  private boolean quickReplies(Given payload) {
    var replies = payload.at("quickReplies").list();
    if (replies.isEmpty()) {
      return false;
    }
    say(payload.textAt("text", "title"));
    offer(replies.stream().map(this::reply).toList());
    return true;
  }

  /// A word, or a title with the value it stands for.
  private Optional<Content.Option> reply(Given reply) {
    var title = reply.isObject() ? reply.textAt("title", "text", "label") : reply.text();
    return option(title, reply.isObject() ? reply.textAt("value", "payload") : "");
  }

  /// Dialogflow Messenger's.
  private void card(Given card) {
    switch (card.textAt("type")) {
      case "chips" -> offer(card.at("options").list().stream().map(this::chip).toList());
      case "button", "list" -> offer(List.of(chip(card)));
      case "info", "accordion" -> {
        say(lines(card.textAt("title"), card.textAt("subtitle"), card.textAt("text")));
        image(card.at("image").at("src").textAt("rawUrl"), "");
        link(card.textAt("actionLink"));
      }
      case "description" ->
          say(
              lines(
                  card.textAt("title"),
                  String.join("\n", card.at("text").list().stream().map(Given::text).toList())));
      case "image" -> image(card.textAt("rawUrl"), card.textAt("accessibilityText"));
      case "divider" -> {}
      default -> into.note("ignored card " + card.textAt("type"));
    }
  }

  private Optional<Content.Option> chip(Given chip) {
    var label = chip.textAt("text", "title");
    var link = chip.textAt("link");
    var event = chip.at("event").isObject() ? chip.at("event").textAt("event", "name") : "";
    if (isWeb(link)) {
      return Optional.of(label)
          .filter(it -> !it.isEmpty())
          .map(it -> Options.open(label(it), link));
    }
    return option(label, event.isEmpty() ? "" : Inbound.EVENT + event);
  }

  /// A message as WhatsApp takes it, said in words every channel shares.
  private boolean whatsApp(Given message) {
    var interactive = message.at("interactive");
    say(message.at("text").textAt("body"));
    image(message.at("image").textAt("link"), message.at("image").textAt("caption"));
    say(interactive.at("body").textAt("text"));
    var action = interactive.at("action");
    var options = new ArrayList<Optional<Content.Option>>();
    action.at("buttons").list().stream()
        .map(it -> it.at("reply"))
        .map(this::row)
        .forEach(options::add);
    action.at("sections").list().stream()
        .flatMap(it -> it.at("rows").list().stream())
        .map(this::row)
        .forEach(options::add);
    offer(options);
    return message.at("text").isObject()
        || message.at("image").isObject()
        || interactive.isObject();
  }

  private Optional<Content.Option> row(Given row) {
    return option(row.textAt("title"), row.textAt("id"))
        .map(it -> new Content.Option(it.id(), it.label(), row.textAt("description"), it.link()));
  }

  private boolean picture(Given payload) {
    var image = payload.at("image");
    var url = image.isObject() ? image.textAt("url", "link", "rawUrl") : image.text();
    image(url, payload.textAt("caption"));
    return !url.isEmpty();
  }

  private void image(String url, String caption) {
    if (isWeb(url)) {
      into.say(
          new Content.Media(
              Content.MediaKind.IMAGE,
              Optional.empty(),
              Optional.of(url),
              around.filling().apply(caption),
              "",
              mime(url),
              Optional.empty()));
    } else if (!url.isEmpty()) {
      into.note("refused image: no web address");
    }
  }

  private void link(String url) {
    if (isWeb(url)) {
      into.say(url);
    }
  }

  private void say(String text) {
    into.say(around.filling().apply(text));
  }

  private void offer(List<Optional<Content.Option>> options) {
    into.offer(options.stream().flatMap(Optional::stream).toList(), around.choose());
  }

  private static Optional<Content.Option> option(String title, String value) {
    return title.isEmpty()
        ? Optional.empty()
        : Optional.of(Options.tell(label(title), value.isEmpty() ? title : value));
  }

  /// As much as a list's row shows.
  private static String label(String title) {
    return title.length() <= 24 ? title : title.substring(0, 23).strip() + "…";
  }

  private static String lines(String... lines) {
    return String.join("\n", List.of(lines).stream().filter(it -> !it.isEmpty()).toList());
  }

  private static boolean isWeb(String url) {
    try {
      var scheme = URI.create(url).getScheme();
      return "https".equals(scheme) || "http".equals(scheme);
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  private static String mime(String url) {
    var path = url.replaceFirst("[?#].*$", "").toLowerCase(Locale.ROOT);
    if (path.endsWith(".png")) {
      return "image/png";
    }
    return path.endsWith(".webp") ? "image/webp" : "image/jpeg";
  }
}
