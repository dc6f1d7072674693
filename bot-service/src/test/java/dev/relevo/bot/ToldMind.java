package dev.relevo.bot;

import dev.relevo.bot.assistant.Engine;
import dev.relevo.bot.responder.Asking;
import dev.relevo.bot.responder.Decision;
import dev.relevo.bot.responder.Lookup;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.bot.responder.Responder;
import dev.relevo.bot.turn.Summaries;
import dev.relevo.crm.conversation.Transcript;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// Makes a [TestBot] answer customers as told; a question that is only tried out finds nothing.
///
/// @param behind the responder asked after it
/// @param summaries sums up for whoever takes over
record ToldMind(
    Function<Transcript, Outcome> answers,
    Function<BeanFactory, Responder> behind,
    Function<BeanFactory, Summaries> summaries)
    implements Consumer<AnnotationConfigApplicationContext> {

  /// Leaves every decision as it is.
  static final Responder SILENT =
      new Responder() {
        @Override
        public Engine engine() {
          return Engine.MODEL;
        }

        @Override
        public Decision respond(Asking asking, Decision soFar) {
          return soFar;
        }
      };

  /// Nobody sums up.
  ToldMind(Function<Transcript, Outcome> answers, Function<BeanFactory, Responder> behind) {
    this(answers, behind, _ -> (_, _) -> Optional.empty());
  }

  @Override
  public void accept(AnnotationConfigApplicationContext made) {
    made.registerBean(Responder.class, () -> new Told(answers));
    made.registerBean("behind", Responder.class, () -> behind.apply(made));
    made.registerBean(Lookup.class, () -> _ -> Decision.of(new Outcome.Silence("not asked")));
    made.registerBean(Summaries.class, () -> summaries.apply(made));
  }

  private record Told(Function<Transcript, Outcome> answers) implements Responder {

    @Override
    public Engine engine() {
      return Engine.MATRIX;
    }

    @Override
    public Decision respond(Asking asking, Decision soFar) {
      return Decision.of(
          asking
              .transcript()
              .map(answers)
              .orElseGet(() -> new Outcome.Fallback(TestBot.grounds(""))));
    }
  }
}
