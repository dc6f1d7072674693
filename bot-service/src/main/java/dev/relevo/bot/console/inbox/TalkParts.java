package dev.relevo.bot.console.inbox;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.channel.Channel;
import dev.relevo.bot.channel.Channels;
import dev.relevo.bot.console.Names;
import dev.relevo.bot.console.Words;
import dev.relevo.bot.copilot.Copilot;
import dev.relevo.bot.outbox.Outbox;
import dev.relevo.crm.contact.Address;
import dev.relevo.crm.contact.Alias;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Entry;
import dev.relevo.crm.conversation.ThreadState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The parts around a thread: its head, where one writes, the contact's pane.
@Component
class TalkParts {

  private static final Duration SHORT = Duration.ofHours(2);
  private static final int TIMELINE = 40;

  private final Channels channels;
  private final Contacts contacts;
  private final Outbox outbox;
  private final Copilot copilot;
  private final ContactData data;
  private final Words words;
  private final Clock clock;

  TalkParts(
      Channels channels,
      Contacts contacts,
      Outbox outbox,
      Copilot copilot,
      ContactData data,
      Words words,
      Clock clock) {
    this.channels = channels;
    this.contacts = contacts;
    this.outbox = outbox;
    this.copilot = copilot;
    this.data = data;
    this.words = words;
    this.clock = clock;
  }

  Talk.Head head(SignedIn me, Contact contact, ThreadState state, Names names) {
    var channel = state.channel().flatMap(channels::find);
    var shuts = shuts(contact, state, channel);
    var left = shuts.map(it -> Duration.between(clock.instant(), it)).orElse(Duration.ZERO);
    return new Talk.Head(
        contact.id().value(),
        words.called(me, contact).title(),
        channel.map(it -> label(me, it)).orElse(""),
        state.botHasFloor(),
        state.assignee().filter(it -> it.equals(me.member())).isPresent(),
        state.assignee().map(names::of).orElse(""),
        state.isOpen(),
        contact.blocked(),
        window(channel, shuts, left),
        shuts.map(Instant::toEpochMilli).orElse(0L),
        left.isPositive() ? Times.left(left) : "",
        colleagues(me, state, names));
  }

  Talk.Compose compose(SignedIn me, Contact contact, ThreadState state) {
    var ways =
        contact.addresses().stream()
            .flatMap(it -> channels.find(it.channel()).map(at -> way(me, it, at, state)).stream())
            .toList();
    var name = words.called(me, contact).title();
    return new Talk.Compose(
        contact.id().value(), name, state.botHasFloor(), ways, copilot.offered(me.workspace()));
  }

  Talk.Side side(SignedIn me, Contact contact, List<Entry> timeline, Names names, Times times) {
    var happenings = new Happenings(words, me, names);
    var past =
        timeline.stream()
            .flatMap(it -> past(it, happenings, times).stream())
            .limit(TIMELINE)
            .toList();
    var called = words.called(me, contact);
    return new Talk.Side(
        contact.id().value(),
        called.title(),
        called.initials(),
        times.whole(contact.createdAt()),
        data.of(me, contact, contacts.fields(me.workspace())),
        contact.tags(),
        contact.addresses().stream().map(it -> reached(me, it)).toList(),
        contact.subscribed(),
        contact.blocked(),
        past);
  }

  /// With the number that was verified there, which tells two of a kind apart.
  private Talk.Reached reached(SignedIn me, Address address) {
    var channel = channels.find(address.channel()).map(it -> label(me, it));
    var number = address.alias(Alias.Kind.PHONE).map(it -> " +" + it).orElse("");
    return new Talk.Reached(
        address.id().value(), channel.orElse(address.channel().value()) + number);
  }

  private Talk.Way way(SignedIn me, Address address, Channel channel, ThreadState state) {
    return new Talk.Way(
        address.id().value(),
        label(me, channel),
        outbox.refusal(address.id(), new Content.Text(".")).orElse(""),
        words.sayOr(me, "files." + channel.type(), words.say(me, "files.other")),
        state.address().filter(it -> it.equals(address.id())).isPresent());
  }

  /// When free text to where the customer wrote last ends; empty where a channel has no such end.
  private static Optional<Instant> shuts(
      Contact contact, ThreadState state, Optional<Channel> channel) {
    return channel
        .flatMap(Channel::window)
        .flatMap(window ->
            contact.addresses().stream()
                .filter(it -> state.address().filter(it.id()::equals).isPresent())
                .findFirst()
                .flatMap(Address::lastInboundAt)
                .map(it -> it.plus(window)));
  }

  private static String window(Optional<Channel> channel, Optional<Instant> shuts, Duration left) {
    if (channel.flatMap(Channel::window).isEmpty()) {
      return "none";
    }
    if (shuts.isEmpty() || !left.isPositive()) {
      return "shut";
    }
    return left.compareTo(SHORT) < 0 ? "short" : "open";
  }

  private static List<Talk.Colleague> colleagues(SignedIn me, ThreadState state, Names names) {
    return names.active().stream()
        .map(it ->
            new Talk.Colleague(
                it.id().value(),
                it.name(),
                it.present(),
                state.assignee().filter(it.id()::equals).isPresent(),
                it.id().equals(me.member())))
        .toList();
  }

  private static Optional<Talk.Past> past(Entry entry, Happenings happenings, Times times) {
    return happenings
        .sentence(entry)
        .map(it ->
            new Talk.Past(
                times.dayAndHour(entry.at()),
                it,
                happenings.actor(entry.event().actor()),
                switch (entry.event().actor()) {
                  case Author.Bot _ -> "bot";
                  case Author.Person _, Author.Echo _ -> "person";
                  case Author.Customer _, Author.Automatic _ -> "";
                }));
  }

  private String label(SignedIn me, Channel channel) {
    var kind = words.sayOr(me, "channel." + channel.type(), channel.type());
    var several =
        channels.all().stream().filter(it -> it.type().equals(channel.type())).count() > 1;
    return several ? kind + " · " + channel.id().value() : kind;
  }
}
