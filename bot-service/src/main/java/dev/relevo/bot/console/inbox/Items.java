package dev.relevo.bot.console.inbox;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.Cited;
import dev.relevo.bot.console.Names;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Comment;
import dev.relevo.crm.conversation.Entry;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.MessageState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Makes what a thread shows out of messages, notes and events.
final class Items {

  private final Words words;
  private final SignedIn me;
  private final Names names;
  private final Times times;
  private final Saying saying;
  private final Happenings happenings;

  Items(Words words, SignedIn me, Names names, Times times) {
    this.words = words;
    this.me = me;
    this.names = names;
    this.times = times;
    this.saying = new Saying(words, me);
    this.happenings = new Happenings(words, me, names);
  }

  /// Messages and notes by their number, events between them by their time.
  List<Item> inOrder(List<Message> messages, List<Comment> notes, List<Entry> events) {
    var numbered = new ArrayList<Item>();
    messages.forEach(it -> numbered.add(spoken(it)));
    notes.forEach(it -> numbered.add(noted(it)));
    numbered.sort(Comparator.comparingLong(Item::sequence));
    var happened =
        events.stream()
            .map(this::happened)
            .flatMap(Optional::stream)
            .sorted(Comparator.comparingLong(Item::at))
            .toList();
    var all = new ArrayList<Item>();
    var next = 0;
    for (var item : numbered) {
      while (next < happened.size() && happened.get(next).at() < item.at()) {
        all.add(happened.get(next++));
      }
      all.add(item);
    }
    all.addAll(happened.subList(next, happened.size()));
    return all;
  }

  Item spoken(Message message) {
    return new Item.Spoken(
        "m-" + message.id().value(),
        message.sequence(),
        micros(message.at()),
        times.date(message.at()),
        css(message),
        from(message),
        saying.of(message.content()),
        times.hour(message.at()),
        message.inbound() ? "" : tick(message.state()),
        problem(message),
        message.id().value(),
        message.grounds().map(this::grounded).orElse(Item.Grounded.NONE),
        message.author() instanceof Author.Bot ? why(message) : "");
  }

  Item noted(Comment note) {
    return new Item.Noted(
        "n-" + note.sequence(),
        note.sequence(),
        micros(note.at()),
        times.date(note.at()),
        note.author() instanceof Author.Bot
            ? words.say(me, "note.summary")
            : words.say(me, "note.by", happenings.actor(note.author())),
        note.body(),
        times.hour(note.at()));
  }

  private Optional<Item> happened(Entry entry) {
    return happenings
        .sentence(entry)
        .map(it ->
            new Item.Happened(
                "e-" + entry.position().id(),
                micros(entry.at()),
                times.date(entry.at()),
                it,
                happenings.actor(entry.event().actor()),
                times.hour(entry.at())));
  }

  private static String why(Message message) {
    return "/console/inbox/%d/why/%d".formatted(message.contact().value(), message.id().value());
  }

  private static String css(Message message) {
    var who =
        switch (message.author()) {
          case Author.Customer _ -> "customer";
          case Author.Bot _ -> "out bot";
          case Author.Person _ -> "out person";
          case Author.Automatic _ -> "out auto";
          case Author.Echo _ -> "out person";
        };
    return switch (message.state()) {
      case FAILED -> who + " failed";
      case WITHDRAWN -> who + " withdrawn";
      case QUEUED -> who + " queued";
      case RECEIVED, SENT, DELIVERED, READ -> who;
    };
  }

  private String from(Message message) {
    return switch (message.author()) {
      case Author.Customer _ -> "";
      case Author.Bot _ ->
          message
              .grounds()
              .filter(it -> !it.row().isBlank())
              .map(it -> words.say(me, "from.row", it.row()))
              .orElseGet(() -> botWithout(message));
      case Author.Person it ->
          it.member().equals(me.member()) ? words.say(me, "you") : names.of(it.member());
      case Author.Automatic _ -> words.say(me, "actor.automatic");
      case Author.Echo _ -> words.say(me, "actor.echo");
    };
  }

  private String botWithout(Message message) {
    var decision = message.grounds().map(Grounds::decision).orElse("");
    var bot = words.say(me, "author.bot");
    var what = decision.isEmpty() ? "" : words.sayOr(me, "decision." + decision, "");
    return what.isEmpty() ? bot : bot + " · " + what;
  }

  private static String tick(MessageState state) {
    return switch (state) {
      case QUEUED, SENT, DELIVERED, READ -> state.name().toLowerCase(Locale.ROOT);
      case RECEIVED, FAILED, WITHDRAWN -> "";
    };
  }

  private String problem(Message message) {
    return switch (message.state()) {
      case FAILED -> message.reason().orElseGet(() -> words.say(me, "message.failed"));
      case WITHDRAWN -> words.say(me, "message.withdrawn");
      case RECEIVED, QUEUED, SENT, DELIVERED, READ -> "";
    };
  }

  private Item.Grounded grounded(Grounds grounds) {
    var near = new ArrayList<Item.Near>();
    if (!grounds.row().isBlank()) {
      near.add(near(answered(grounds), grounds));
    }
    grounds.candidates().stream()
        .filter(it -> !it.row().equals(grounds.row()))
        .forEach(it -> near.add(near(it, grounds)));
    var known = grounds.version() > 0;
    return new Item.Grounded(
        known || !grounds.citations().isEmpty() ? summary(grounds) : "",
        grounds.row(),
        grounds.version(),
        decimal(grounds.threshold()),
        near,
        grounds.reasons().stream().map(it -> words.remark(me, it)).toList(),
        grounds.citations().stream().map(Cited::of).toList());
  }

  private String summary(Grounds grounds) {
    if (!grounds.citations().isEmpty()) {
      var sources =
          grounds.citations().stream().limit(2).map(it -> it.row().orElse(it.title())).toList();
      return words.say(me, "grounds.model", String.join(", ", sources));
    }
    var key = grounds.row().isBlank() ? "grounds.nearest" : "grounds.summary";
    return words.say(me, key, decimal(grounds.score()));
  }

  /// With its question, where that was kept.
  private static Grounds.Candidate answered(Grounds grounds) {
    return grounds.candidates().stream()
        .filter(it -> it.row().equals(grounds.row()))
        .findFirst()
        .orElseGet(() -> new Grounds.Candidate(grounds.row(), "", grounds.score()));
  }

  private Item.Near near(Grounds.Candidate row, Grounds grounds) {
    return new Item.Near(
        row.row(),
        row.question(),
        decimal(row.score()),
        row.score(),
        row.score() >= grounds.threshold());
  }

  private String decimal(double number) {
    return String.format(me.language().locale(), "%.2f", number);
  }

  private static long micros(Instant at) {
    return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
  }
}
