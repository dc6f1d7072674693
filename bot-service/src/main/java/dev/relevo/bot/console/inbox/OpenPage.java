package dev.relevo.bot.console.inbox;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.live.Live;
import dev.relevo.bot.live.Signal;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Entry;
import dev.relevo.crm.handoff.Handoffs;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.team.Members;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One open console, told which threads changed. Every fifteen seconds it is written to, which
/// tells a closed one from an open one, counts the member as being there, and ends the stream of a
/// member who was deactivated.
///
/// A handoff is told with its number. Those the page slept through, while it was loaded, without a
/// connection or too slow, are told when it listens again, if nobody has taken them yet.
final class OpenPage implements Live.Listener {

  private static final int BEAT_SECONDS = 15;
  private static final int SLEPT_THROUGH = 3;

  private final SignedIn me;
  private final SseEmitter emitter;
  private final Members members;
  private final Handoffs handoffs;
  private final AtomicLong newestHandoff;
  private final CountDownLatch closed = new CountDownLatch(1);

  /// @param since the number of the newest handoff it knows of, 0 for none
  OpenPage(SignedIn me, SseEmitter emitter, Members members, Handoffs handoffs, long since) {
    this.me = me;
    this.emitter = emitter;
    this.members = members;
    this.handoffs = handoffs;
    this.newestHandoff = new AtomicLong(since);
    emitter.onCompletion(closed::countDown);
    emitter.onTimeout(closed::countDown);
    emitter.onError(_ -> closed.countDown());
  }

  /// @param left runs when it has ended
  void follow(Live live, Runnable left) {
    var known = newestHandoff.get();
    var following = live.follow(me.workspace(), this);
    Thread.ofVirtual()
        .name("console-" + me.memberNumber())
        .start(() -> {
          try (following) {
            ringForWhatItSleptThrough(known);
            beat();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            left.run();
            emitter.complete();
          }
        });
  }

  /// Ends it; the page looks for another.
  void close() {
    closed.countDown();
  }

  @Override
  public void changed(List<Entry> entries) {
    var contacts =
        entries.stream()
            .map(it -> it.event().contact())
            .flatMap(Optional::stream)
            .map(ContactId::value)
            .distinct()
            .toList();
    if (!contacts.isEmpty()) {
      send("changed", Map.of("contacts", contacts));
    }
    entries.stream()
        .filter(it -> it.event().kind().equals("handoff.opened"))
        .forEach(it ->
            it.event()
                .contact()
                .ifPresent(who -> ring(Long.parseLong(it.event().data().get("handoff")), who)));
    entries.stream()
        .filter(it -> it.event().kind().equals("contact.erased"))
        .flatMap(it -> it.event().contact().stream())
        .forEach(it -> send("erased", Map.of("contact", it.value())));
  }

  @Override
  public void signalled(Signal signal) {
    switch (signal) {
      case Signal.Looking it -> tell("looking", it.contact(), it.member(), it.here());
      case Signal.Typing it -> {
        switch (it.who()) {
          case Author.Person who -> tell("typing", it.contact(), who.member(), it.on());
          case Author.Customer _ ->
              send(
                  "typing",
                  Map.of("contact", it.contact().value(), "customer", true, "on", it.on()));
          case Author.Bot _, Author.Automatic _, Author.Echo _ -> {}
        }
      }
    }
  }

  @Override
  public void missed() {
    send("missed", Map.of());
    ringForWhatItSleptThrough(newestHandoff.get());
  }

  private void ringForWhatItSleptThrough(long known) {
    handoffs
        .untaken(me.workspace(), known, SLEPT_THROUGH)
        .reversed()
        .forEach(it -> ring(it.id().value(), it.contact()));
  }

  /// Tells it with the highest number so far, which a browser that lost the stream says when it
  /// comes back. Numbers are drawn a little before they are committed: of two opened in the same
  /// moment a page that is just then away may miss one.
  private void ring(long handoff, ContactId contact) {
    var newest = newestHandoff.accumulateAndGet(handoff, Math::max);
    send(
        SseEmitter.event().id(Long.toString(newest)),
        "handoff",
        Map.of("contact", contact.value(), "handoff", handoff));
  }

  private void tell(String kind, ContactId contact, MemberId member, boolean on) {
    if (!member.equals(me.member())) {
      var name = members.find(me.workspace(), member).map(Member::name).orElse("?");
      send(
          kind,
          Map.of("contact", contact.value(), "member", member.value(), "name", name, "on", on));
    }
  }

  private void beat() throws InterruptedException {
    do {
      var active = members.find(me.workspace(), me.member()).filter(Member::active);
      if (active.isEmpty()) {
        send("gone", Map.of());
        return;
      }
      members.seen(me.member());
      send("beat", Map.of());
    } while (!closed.await(BEAT_SECONDS, TimeUnit.SECONDS));
  }

  private void send(String kind, Map<String, Object> data) {
    send(SseEmitter.event(), kind, data);
  }

  private void send(SseEmitter.SseEventBuilder event, String kind, Map<String, Object> data) {
    if (closed.getCount() == 0) {
      return;
    }
    try {
      emitter.send(event.name(kind).data(data));
    } catch (IOException | IllegalStateException e) {
      closed.countDown();
    }
  }
}
