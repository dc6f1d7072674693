package dev.relevo.bot.console.inbox;

import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.live.Live;
import dev.relevo.bot.live.Signal;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.handoff.HandoffId;
import dev.relevo.crm.handoff.Handoffs;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.team.Role;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The stream an open console hears, and what it tells about itself.
@Controller
@Door(Role.AGENT)
class LiveController {

  private final Live live;
  private final Members members;
  private final Handoffs handoffs;
  private final OpenPages pages;

  LiveController(Live live, Members members, Handoffs handoffs, OpenPages pages) {
    this.live = live;
    this.members = members;
    this.handoffs = handoffs;
    this.pages = pages;
  }

  /// @param since the number of the newest handoff the page knows of, 0 for none; without it, the
  ///   newest there is
  /// @param heard which a browser that comes back heard of last, as it says by itself
  @GetMapping(path = "/console/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> listen(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam Optional<Long> since,
      @RequestHeader(name = "Last-Event-ID", defaultValue = "0") long heard) {
    var emitter = new SseEmitter(0L);
    pages.add(new OpenPage(me, emitter, members, handoffs, Math.max(known(me, since), heard)));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("X-Accel-Buffering", "no")
        .body(emitter);
  }

  private long known(SignedIn me, Optional<Long> since) {
    return since.or(() -> handoffs.newest(me.workspace()).map(HandoffId::value)).orElse(0L);
  }

  @PostMapping("/console/inbox/{contact}/looking")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void looking(@AuthenticationPrincipal SignedIn me, Contact contact, @RequestParam boolean on) {
    live.signal(new Signal.Looking(me.workspace(), contact.id(), me.member(), on));
  }

  @PostMapping("/console/inbox/{contact}/typing")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void typing(@AuthenticationPrincipal SignedIn me, Contact contact, @RequestParam boolean on) {
    live.signal(
        new Signal.Typing(me.workspace(), contact.id(), new Author.Person(me.member()), on));
  }
}
