package dev.relevo.bot.live;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.Optional;

/// A signal as one line for the other replicas, such as `typing 1 7 on person 3`. Ids only: nothing
/// anybody wrote.
final class SignalText {

  private static final String ON = "on";
  private static final String OFF = "off";

  private SignalText() {}

  static String write(Signal signal) {
    var about = signal.workspace().value() + " " + signal.contact().value();
    return switch (signal) {
      case Signal.Typing it -> "typing %s %s %s".formatted(about, word(it.on()), write(it.who()));
      case Signal.Looking it ->
          "looking %s %s person %d".formatted(about, word(it.here()), it.member().value());
    };
  }

  /// Empty when it is none that this version knows: replicas of two versions may talk.
  static Optional<Signal> read(String line) {
    var words = line.split(" ", 6);
    if (words.length < 5) {
      return Optional.empty();
    }
    try {
      var workspace = new WorkspaceId(Long.parseLong(words[1]));
      var contact = new ContactId(Long.parseLong(words[2]));
      var on = words[3].equals(ON);
      var who = author(words[4], words.length == 6 ? words[5] : "");
      return switch (words[0]) {
        case "typing" -> who.map(it -> new Signal.Typing(workspace, contact, it, on));
        case "looking" ->
            who.filter(Author.Person.class::isInstance)
                .map(Author.Person.class::cast)
                .map(it -> new Signal.Looking(workspace, contact, it.member(), on));
        default -> Optional.empty();
      };
    } catch (NumberFormatException unknown) {
      return Optional.empty();
    }
  }

  private static String write(Author who) {
    return switch (who) {
      case Author.Customer _ -> "customer";
      case Author.Bot _ -> "bot";
      case Author.Echo _ -> "echo";
      case Author.Person(var member) -> "person " + member.value();
      case Author.Automatic(var reason) -> "automatic " + reason;
    };
  }

  private static Optional<Author> author(String kind, String more) {
    return switch (kind) {
      case "customer" -> Optional.of(Author.CUSTOMER);
      case "bot" -> Optional.of(Author.BOT);
      case "echo" -> Optional.of(new Author.Echo());
      case "person" -> Optional.of(new Author.Person(new MemberId(Long.parseLong(more))));
      case "automatic" -> Optional.of(new Author.Automatic(more));
      default -> Optional.empty();
    };
  }

  private static String word(boolean on) {
    return on ? ON : OFF;
  }
}
