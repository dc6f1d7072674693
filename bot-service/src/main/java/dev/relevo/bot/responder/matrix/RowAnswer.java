package dev.relevo.bot.responder.matrix;

import dev.relevo.bot.responder.Options;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.crm.conversation.ClosingNote;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.knowledge.matrix.Button;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A row made into what is said and done.
///
/// @param channelType the channel's sort, for answers that differ by channel
/// @param turn which of the alternatives is due; they take turns
/// @param render fills in variables
record RowAnswer(String channelType, long turn, UnaryOperator<String> render) {

  private static final int TAGS_AT_ONCE = 10;
  private static final int LONGEST_FIELD = 255;

  /// Answer and attachment.
  List<Content> contents(Row row) {
    var contents = new ArrayList<Content>();
    var body = render.apply(alternative(words(row)));
    if (!row.buttons().isEmpty()) {
      contents.add(
          new Content.Choice(body, row.buttons().stream().map(RowAnswer::option).toList()));
    } else if (!body.isBlank()) {
      contents.add(new Content.Text(body));
    }
    row.attachment().ifPresent(it -> contents.add(media(it)));
    return contents;
  }

  /// The row that follows some time after, without its own followers.
  List<Outcome.Later> later(Row row, Matrix matrix) {
    return row.followUp().stream()
        .flatMap(next ->
            matrix.row(next.row()).stream()
                .map(found -> new Outcome.Later(contents(found), next.delay())))
        .toList();
  }

  /// What is done besides.
  ///
  /// @param asked the customer's words, for a field the question fills
  static List<CrmAction> actions(Row row, String asked) {
    var actions = new ArrayList<CrmAction>();
    parts(row.removeTags()).forEach(it -> actions.add(new CrmAction.RemoveTags(it)));
    parts(row.addTags()).forEach(it -> actions.add(new CrmAction.AddTags(it)));
    row.saves().flatMap(it -> field(it, asked)).ifPresent(actions::add);
    if (row.closes() && !row.handoff()) {
      var category = row.category();
      actions.add(
          new CrmAction.CloseConversation(
              new ClosingNote(category.substring(0, Math.min(128, category.length())), "")));
    }
    return actions;
  }

  private String words(Row row) {
    var own = row.answersByChannel();
    return Optional.ofNullable(own.get(channelType))
        .or(() ->
            own.entrySet().stream()
                .filter(it -> channelType.startsWith(it.getKey() + "-"))
                .map(Map.Entry::getValue)
                .findFirst())
        .orElse(row.answer());
  }

  private String alternative(String answer) {
    var alternatives =
        Arrays.stream(answer.split("\\|\\|", -1))
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .toList();
    return alternatives.isEmpty()
        ? ""
        : alternatives.get((int) Math.floorMod(turn, (long) alternatives.size()));
  }

  private static Content.Option option(Button button) {
    return switch (button.action()) {
      case Button.Action.Say _ -> Options.say(button.label());
      case Button.Action.GoTo(var row) -> Options.row(row, button.label(), "");
      case Button.Action.Open(var url) -> Options.open(button.label(), url);
    };
  }

  private static Content.Media media(Row.Attachment attachment) {
    var kind =
        switch (attachment.kind()) {
          case "image" -> Content.MediaKind.IMAGE;
          case "video" -> Content.MediaKind.VIDEO;
          case "audio" -> Content.MediaKind.AUDIO;
          default -> Content.MediaKind.DOCUMENT;
        };
    var name = name(attachment.url());
    return new Content.Media(
        kind,
        Optional.empty(),
        Optional.of(attachment.url()),
        "",
        name,
        mime(name, kind),
        Optional.empty());
  }

  private static String name(String url) {
    try {
      var path = Optional.ofNullable(URI.create(url).getPath()).orElse("");
      return path.substring(path.lastIndexOf('/') + 1);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String mime(String name, Content.MediaKind kind) {
    var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "jpg", "jpeg" -> "image/jpeg";
      case "png" -> "image/png";
      case "webp" -> "image/webp";
      case "mp4" -> "video/mp4";
      case "3gp" -> "video/3gpp";
      case "mp3" -> "audio/mpeg";
      case "ogg" -> "audio/ogg";
      case "m4a" -> "audio/mp4";
      case "pdf" -> "application/pdf";
      default ->
          switch (kind) {
            case IMAGE -> "image/jpeg";
            case VIDEO -> "video/mp4";
            case AUDIO, VOICE -> "audio/mpeg";
            case DOCUMENT, STICKER -> "application/octet-stream";
          };
    };
  }

  private static Optional<CrmAction> field(String saves, String asked) {
    var equals = saves.indexOf('=');
    var field = (equals < 0 ? saves : saves.substring(0, equals)).strip();
    var value = (equals < 0 ? asked : saves.substring(equals + 1)).strip();
    return field.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CrmAction.SetField(
                field, value.substring(0, Math.min(LONGEST_FIELD, value.length()))));
  }

  private static List<List<String>> parts(List<String> tags) {
    var parts = new ArrayList<List<String>>();
    for (int i = 0; i < tags.size(); i += TAGS_AT_ONCE) {
      parts.add(tags.subList(i, Math.min(i + TAGS_AT_ONCE, tags.size())));
    }
    return parts;
  }
}
