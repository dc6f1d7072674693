package dev.relevo.bot.console.setting;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.channel.Channels;
import dev.relevo.bot.console.NotHere;
import dev.relevo.bot.console.Words;
import dev.relevo.bot.outbox.Outbox;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.MessageId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// How sending goes: the channels and whether they work, and what could not be delivered.
@Component
class SendingState {

  private static final int LISTED = 100;

  private final Channels channels;
  private final Outbox outbox;
  private final Conversations conversations;
  private final Contacts contacts;
  private final Words words;

  SendingState(
      Channels channels,
      Outbox outbox,
      Conversations conversations,
      Contacts contacts,
      Words words) {
    this.channels = channels;
    this.outbox = outbox;
    this.conversations = conversations;
    this.contacts = contacts;
    this.words = words;
  }

  /// A channel.
  ///
  /// @param paused why nothing is sent on it; empty while it works
  record At(String id, String type, String paused) {}

  /// A message that could not be delivered.
  record Dead(long message, long contact, String to, String channel, String reason) {}

  List<At> channels(SignedIn me) {
    return channels.all().stream()
        .filter(it -> it.workspace().equals(me.workspace()))
        .map(it ->
            new At(
                it.id().value(),
                words.sayOr(me, "channel." + it.type(), it.type()),
                outbox.paused(me.workspace(), it.id()).orElse("")))
        .toList();
  }

  List<Dead> dead(SignedIn me) {
    return outbox.dead(me.workspace(), LISTED).stream()
        .map(conversations::message)
        .flatMap(Optional::stream)
        .map(it -> dead(me, it))
        .toList();
  }

  void resume(SignedIn me, String channel) {
    var found =
        channels(me).stream()
            .filter(it -> it.id().equals(channel))
            .findFirst()
            .orElseThrow(() -> new NotHere("no such channel"));
    outbox.resume(me.workspace(), new ChannelId(found.id()));
  }

  boolean resend(SignedIn me, long number) {
    var message =
        conversations
            .message(new MessageId(Math.max(1, number)))
            .filter(it -> contacts.find(me.workspace(), it.contact()).isPresent())
            .orElseThrow(() -> new NotHere("no such message"));
    return outbox.resend(message.id());
  }

  private Dead dead(SignedIn me, Message it) {
    var known = contacts.find(me.workspace(), it.contact()).flatMap(Contact::knownAs);
    var to = words.called(me, it.contact(), known).title();
    return new Dead(
        it.id().value(),
        it.contact().value(),
        to,
        it.channel().value(),
        it.reason().orElseGet(() -> words.say(me, "message.failed")));
  }
}
