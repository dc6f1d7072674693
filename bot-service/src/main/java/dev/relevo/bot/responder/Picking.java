package dev.relevo.bot.responder;

import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Message;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which option of the last choice a customer meant when they typed its number or its label.
public final class Picking {

  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,2})[.)]?");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /// A choice may be followed by an attachment and a follow-up of the same turn.
  private static final int LOOK_BACK = 4;

  private Picking() {}

  /// The option that was typed; empty when the words are something else.
  public static Optional<Content.Option> typed(String text, List<Message> before) {
    return lastChoice(before).flatMap(choice -> option(text.strip(), choice));
  }

  /// The option with that id, as it was offered.
  public static Optional<Content.Option> offered(String id, List<Message> before) {
    return lastChoice(before).stream()
        .flatMap(it -> it.options().stream())
        .filter(it -> it.id().equals(id))
        .findFirst();
  }

  private static Optional<Content.Choice> lastChoice(List<Message> before) {
    return before.reversed().stream()
        .filter(it -> !it.inbound())
        .limit(LOOK_BACK)
        .map(Message::content)
        .filter(Content.Choice.class::isInstance)
        .map(Content.Choice.class::cast)
        .findFirst();
  }

  private static Optional<Content.Option> option(String text, Content.Choice choice) {
    var number = NUMBER.matcher(text);
    if (number.matches()) {
      var place = Integer.parseInt(number.group(1));
      return place >= 1 && place <= choice.options().size()
          ? Optional.of(choice.options().get(place - 1))
          : Optional.empty();
    }
    var wanted = folded(text);
    return choice.options().stream().filter(it -> folded(it.label()).equals(wanted)).findFirst();
  }

  private static String folded(String text) {
    var apart = Normalizer.normalize(text.strip(), Normalizer.Form.NFD);
    return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
