package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.channel.webchat.Limits.Act;
import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The event stream: it says that something changed and how far; the page fetches it.
@RestController
final class EventController {

  private final Limits limits;
  private final VisitorThreads threads;
  private final Streams streams;

  EventController(Limits limits, VisitorThreads threads, Streams streams) {
    this.limits = limits;
    this.threads = threads;
    this.streams = streams;
  }

  @GetMapping(OriginGate.PATH + "{channel}/events")
  SseEmitter listen(Visiting visiting, HttpServletResponse response) {
    limits.count(Act.STREAM, visiting);
    var address =
        threads
            .address(visiting.channel(), visiting.visitor())
            .orElseThrow(() -> new Refused(Problem.NO_CONVERSATION_YET));
    response.setHeader("Cache-Control", "no-store");
    // Some proxies keep what flows past until there is enough of it.
    response.setHeader("X-Accel-Buffering", "no");
    var emitter = new SseEmitter(0L);
    var stream = new Stream(visiting, address.contact(), emitter, threads);
    emitter.onCompletion(() -> streams.remove(stream));
    emitter.onError(_ -> streams.remove(stream));
    streams.add(stream);
    return emitter;
  }
}
