package dev.relevo.eval.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.eval.play.Script;
import dev.relevo.eval.play.Script.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptsTests {

  private static final Line FIRST = new Line(0, 0);
  private static final Line SECOND = new Line(0, 1);
  private static final Line OF_ANOTHER = new Line(1, 0);

  private final Transcripts transcripts = new Transcripts(new Script(0, 2, 2, false));

  @Test
  void countsWhatIsNotAnswered() {
    said(FIRST);
    said(SECOND);
    transcripts.answered(FIRST, 1, 100);

    assertThat(transcripts.lost(List.of(FIRST, SECOND))).isEqualTo(1);
    assertThat(transcripts.waiting()).isEqualTo(1);
  }

  @Test
  void tellsASecondReplyFromTheSameParcelSentAgain() {
    said(FIRST);
    said(OF_ANOTHER);
    transcripts.answered(FIRST, 1, 100);
    transcripts.answered(FIRST, 2, 101);
    transcripts.answered(OF_ANOTHER, 3, 102);
    transcripts.answered(OF_ANOTHER, 4, 102);

    assertThat(transcripts.doubledReplies(List.of(FIRST, OF_ANOTHER))).isEqualTo(1);
    assertThat(transcripts.doubledSends()).isEqualTo(1);
  }

  @Test
  void seesAnswersThatOvertookEachOther() {
    said(FIRST);
    said(SECOND);
    transcripts.answered(SECOND, 1, 101);
    transcripts.answered(FIRST, 2, 100);

    assertThat(transcripts.wrongOrder()).isEqualTo(1);
  }

  @Test
  void doesNotJudgeTheOrderOfWhatWasSaidAtTheSameTime() {
    transcripts.intended(FIRST, System.nanoTime());
    transcripts.intended(SECOND, System.nanoTime());
    transcripts.taken(SECOND);
    transcripts.taken(FIRST);
    transcripts.answered(SECOND, 1, 101);
    transcripts.answered(FIRST, 2, 100);

    assertThat(transcripts.wrongOrder()).isZero();
  }

  @Test
  void countsAnswersToNobody() {
    transcripts.stranger();
    transcripts.answered(new Line(7, 0), 1, 100);

    assertThat(transcripts.strangers()).isEqualTo(2);
  }

  private void said(Line line) {
    transcripts.intended(line, System.nanoTime());
    transcripts.taken(line);
  }
}
