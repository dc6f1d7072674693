package dev.relevo.bot.responder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.assistant.Engine;
import dev.relevo.bot.assistant.TestAssistants;
import dev.relevo.bot.pace.Deadline;
import dev.relevo.crm.TestCrm;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.knowledge.matrix.RowId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RespondersIT {

  private static final Grounds CLOSE = new Grounds("offer", "", 1, 0.4, 0.5, List.of(), List.of());

  private final TestCrm crm = new TestCrm();

  @Test
  void ofCloseRowsADraftTakesTheClosest() {
    var ana = crm.aContact();
    var message = ana.says("¿envían?").message();
    var transcript = crm.conversations().transcripts(List.of(message), 5).getFirst();
    var trial = responders().draft(transcript, Deadline.in(Duration.ofSeconds(5)));
    assertThat(trial.says()).containsExactly(new Content.Text("row ENV-001"));
    assertThat(trial.kind()).isEqualTo("reply");
  }

  /// One that is never sure, before a matrix that answers the row that was tapped.
  private Responders responders() {
    return new Responders(
        List.of(new Unsure()),
        asking ->
            Decision.of(
                new Outcome.Reply(
                    List.of(new Content.Text("row " + tapped(asking.content()).orElse(""))),
                    CLOSE,
                    List.of())),
        TestAssistants.of(crm),
        crm.workspaces(),
        _ -> "",
        crm.clock());
  }

  private static Optional<String> tapped(Content content) {
    return content instanceof Content.Picked(var option, _)
        ? Options.row(option).map(RowId::value)
        : Optional.empty();
  }

  private static final class Unsure implements Responder {

    @Override
    public Engine engine() {
      return Engine.MATRIX;
    }

    @Override
    public Decision respond(Asking asking, Decision soFar) {
      return Decision.of(
          new Outcome.Offer(
              new Content.Choice(
                  "¿Cuál?",
                  List.of(
                      Options.row(new RowId("ENV-001"), "Envíos", ""),
                      Options.row(new RowId("ENV-002"), "Envíos afuera", ""),
                      Options.person("Persona"))),
              CLOSE));
    }
  }
}
