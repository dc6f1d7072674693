package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.channel.webchat.Limits.Act;
import dev.relevo.bot.live.Live;
import dev.relevo.bot.live.Signal;
import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import dev.relevo.crm.conversation.Author;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a visitor says and reads.
@RestController
final class MessageController {

  private final Limits limits;
  private final Speech speech;
  private final VisitorThreads threads;
  private final Ticks ticks;
  private final Visits visits;
  private final Uploads uploads;
  private final Votes votes;
  private final Live live;

  MessageController(
      Limits limits,
      Speech speech,
      VisitorThreads threads,
      Ticks ticks,
      Visits visits,
      Uploads uploads,
      Votes votes,
      Live live) {
    this.limits = limits;
    this.speech = speech;
    this.threads = threads;
    this.ticks = ticks;
    this.visits = visits;
    this.uploads = uploads;
    this.votes = votes;
    this.live = live;
  }

  /// @param stored false when the same message had been stored before
  record Stored(String clientId, boolean stored) {}

  /// What a page has shown to the visitor: everything up to these ids.
  record Shown(long delivered, long read) {}

  @PostMapping(OriginGate.PATH + "{channel}/messages")
  ResponseEntity<Stored> say(Visiting visiting, HttpServletRequest request) {
    limits.count(Act.MESSAGE, visiting);
    var said = Bodies.read(request, Said.class);
    var stored = speech.hear(visiting, said);
    Optional.ofNullable(said.page()).ifPresent(it -> visits.note(visiting, it));
    uploads.sent(visiting, said);
    return ResponseEntity.status(HttpStatus.ACCEPTED)
        .body(new Stored(String.valueOf(said.clientId()), stored));
  }

  @GetMapping(OriginGate.PATH + "{channel}/messages")
  ResponseEntity<Seen> read(
      Visiting visiting, @RequestParam Optional<Long> after, @RequestParam Optional<Long> before) {
    limits.count(Act.READ, visiting);
    var seen =
        after
            .map(it -> threads.after(visiting, it))
            .or(() -> before.map(it -> threads.before(visiting, it)))
            .orElseGet(() -> threads.latest(visiting));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(seen);
  }

  /// Whether an answer helped.
  @PostMapping(OriginGate.PATH + "{channel}/messages/{id:[0-9]{1,18}}/vote")
  ResponseEntity<Void> vote(Visiting visiting, @PathVariable long id, HttpServletRequest request) {
    limits.count(Act.VOTE, visiting);
    var cast = Bodies.read(request, Votes.Cast.class);
    var address =
        threads
            .address(visiting.channel(), visiting.visitor())
            .orElseThrow(() -> new Refused(Problem.ANSWER_UNKNOWN));
    votes.take(visiting, address, id, cast);
    return ResponseEntity.accepted().build();
  }

  @PostMapping(OriginGate.PATH + "{channel}/read")
  ResponseEntity<Void> shown(Visiting visiting, HttpServletRequest request) {
    limits.count(Act.READ, visiting);
    var shown = Bodies.read(request, Shown.class);
    ticks.take(visiting, shown.delivered(), shown.read());
    return ResponseEntity.noContent().build();
  }

  /// Told while the visitor types, at most every few seconds; more is left out without a word.
  @PostMapping(OriginGate.PATH + "{channel}/typing")
  ResponseEntity<Void> typing(Visiting visiting) {
    if (limits.permits(Act.TYPING, visiting)) {
      threads
          .address(visiting.channel(), visiting.visitor())
          .ifPresent(it ->
              live.signal(
                  new Signal.Typing(
                      visiting.channel().workspace(), it.contact(), Author.CUSTOMER, true)));
    }
    return ResponseEntity.noContent().build();
  }
}
