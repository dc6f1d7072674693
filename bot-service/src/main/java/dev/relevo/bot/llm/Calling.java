package dev.relevo.bot.llm;

import dev.relevo.bot.pace.Deadline;
import dev.relevo.bot.spend.Price;
import dev.relevo.bot.spend.Spending;
import dev.relevo.bot.spend.Taken;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Makes a call that is allowed and paid for: sends it, judges the endpoint by it, and settles it.
@Component
final class Calling {

  private final Wire wire;
  private final Spending spending;
  private final ModelMeters meters;
  private final ModelSettings settings;

  Calling(Wire wire, Spending spending, ModelMeters meters, ModelSettings settings) {
    this.wire = wire;
    this.spending = spending;
    this.meters = meters;
    this.settings = settings;
  }

  /// A call somebody wants to make.
  ///
  /// @param worst the most it can use
  record Wish(Ask ask, Endpoint endpoint, Endpoint.Admission admission, String model, Used worst) {

    Price price() {
      return endpoint.connection().prices().price(model);
    }
  }

  Told call(long call, Wish wish, Composing.Composed composed, Deadline deadline) {
    var time = deadline.left();
    var began = System.nanoTime();
    var ended =
        new Exchange(wire, wish.endpoint(), wish.model(), wish.ask(), deadline).run(composed);
    var took = Duration.ofNanos(System.nanoTime() - began);
    var reply = new Reply(ended.sent(), ended.composed().hearing().whole());
    judge(wish, reply, time, took);
    settle(call, wish, reply, took, ended.composed().hearing().firstToken());
    return reply
        .trouble()
        .<Told>map(it -> new Told.Failed(it, call))
        .orElseGet(() -> new Told.Said(reply.text(), reply.calls(), call, took));
  }

  /// A call that had little time says nothing about how slow the endpoint is.
  private void judge(Wish wish, Reply reply, Duration time, Duration took) {
    var failure = reply.trouble().filter(it -> !it.isAnswer());
    if (failure.isEmpty()) {
      wish.admission().answered(took);
    } else if (failure.get() == Trouble.SLOW
        && time.compareTo(settings.timeout().dividedBy(2)) < 0) {
      wish.admission().unasked();
    } else {
      wish.admission().failed(took, failure.get());
    }
    if (failure.filter(it -> it == Trouble.BUSY).isPresent()) {
      reply.retryAfter().ifPresent(wish.endpoint()::rests);
    }
  }

  private void settle(
      long call, Wish wish, Reply reply, Duration took, Optional<Duration> firstToken) {
    var used = reply.used(wish.worst());
    var trouble = reply.trouble().map(Trouble::name);
    spending.settle(
        call,
        new Taken(
            used.promptTokens(),
            used.answerTokens(),
            took,
            firstToken,
            trouble,
            reply.text(),
            reply.calls().stream().map(it -> new Taken.Step(it.name(), it.arguments())).toList()));
    var purpose = wish.ask().account().purpose();
    meters.asked(purpose, trouble.orElse("answered"), took);
    meters.took(purpose, used, wish.price().micros(used.promptTokens(), used.answerTokens()));
  }
}
