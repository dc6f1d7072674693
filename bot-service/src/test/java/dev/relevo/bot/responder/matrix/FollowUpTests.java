package dev.relevo.bot.responder.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.conversation.MessageState;
import dev.relevo.crm.team.MemberId;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.retriever.Explanation;
import dev.relevo.knowledge.retriever.Hit;
import dev.relevo.knowledge.retriever.Retrieval;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpTests {

  private static final double THRESHOLD = 0.4;
  private static final Row FILES = row("FIL", "¿puedo mandar un pdf?");
  private static final Row COURSE = row("CUR", "¿tienen videos para aprender?");
  private static final Retrieval NOTHING = new Retrieval.Nothing(why());
  private static final Matrix MATRIX = new Matrix(List.of(FILES, COURSE));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "¿y videos?",
        "¿cuánto demora eso?",
        "¿necesito cita?",
        "¿ustedes me lo dan?",
        "and with seven options?",
        "how long does that take?",
        "precisa de cartão?",
        "e como escrevo então?"
      })
  void leansOnWhatWasSaid(String text) {
    assertThat(FollowUp.leans(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cuánto cuesta el servicio?",
        "¿dónde quedan guardados los chats?",
        "volviendo a lo de los canales, ¿telegram también?",
        "how much does a month cost?",
        "quais canais vocês atendem?",
        ""
      })
  void standsByItself(String text) {
    assertThat(FollowUp.leans(text)).isFalse();
  }

  @Test
  void whatIsSurelyMeantByItselfIsBelieved() {
    assertThat(reads(found(COURSE, 0.8), found(FILES, 0.9))).isEqualTo(found(COURSE, 0.8));
  }

  @Test
  void whatIsFoundByItselfAndOtherwiseWithTheQuestionBeforeIsAskedBack() {
    assertThat(reads(found(COURSE, 0.6), found(FILES, 0.9)))
        .isInstanceOfSatisfying(
            Retrieval.Several.class,
            it -> {
              assertThat(it.hits()).extracting(Hit::row).containsExactly(COURSE, FILES);
              assertThat(it.why().reasons()).contains("follow-up");
            });
    assertThat(reads(found(COURSE, 0.6), found(COURSE, 0.5))).isEqualTo(found(COURSE, 0.6));
    assertThat(reads(found(COURSE, 0.6), NOTHING)).isEqualTo(found(COURSE, 0.6));
  }

  @Test
  void whatIsNotFoundByItselfIsFoundWithTheQuestionBeforeWhereThatIsSure() {
    assertThat(reads(NOTHING, found(FILES, 0.8))).isEqualTo(found(FILES, 0.8));
    assertThat(reads(NOTHING, found(FILES, 0.6))).isEqualTo(NOTHING);
  }

  @Test
  void whoReadsTheConversationIsLeftTheChoice() {
    assertThat(FollowUp.open(reads(found(COURSE, 0.6), found(FILES, 0.9))))
        .isInstanceOfSatisfying(
            Retrieval.Nothing.class,
            it -> assertThat(it.why().candidates()).extracting(Hit::row).contains(COURSE, FILES));
  }

  @Test
  void onlyARowThatTheBotJustAnsweredIsLeantOn() {
    var answered = said(Author.BOT, "FIL");
    var person = said(new Author.Person(new MemberId(1)), "");
    var abstained = said(Author.BOT, "");
    assertThat(before(answered)).contains(FILES);
    assertThat(before(answered, abstained)).contains(FILES);
    assertThat(before(answered, person)).isEmpty();
    assertThat(before(answered, abstained, abstained)).isEmpty();
    assertThat(before()).isEmpty();
    assertThat(before(said(Author.BOT, "GONE"))).isEmpty();
  }

  private static Retrieval reads(Retrieval alone, Retrieval whole) {
    return new FollowUp(FILES, "¿y videos?")
        .read(
            alone,
            words -> {
              assertThat(words).isEqualTo("¿puedo mandar un pdf? ¿y videos?");
              return whole;
            });
  }

  private static Optional<Row> before(Message... messages) {
    return FollowUp.of("¿y videos?", List.of(messages), MATRIX).map(FollowUp::before);
  }

  private static Retrieval found(Row row, double score) {
    var hit = new Hit(row, score, row.question());
    return new Retrieval.Found(hit, why(hit));
  }

  private static Explanation why(Hit... hits) {
    return new Explanation("", THRESHOLD, List.of(hits), List.of());
  }

  private static Row row(String id, String question) {
    return Row.answering(new RowId(id), Locale.of("es"), question, List.of(), "Sí.");
  }

  private static Message said(Author author, String row) {
    return new Message(
        new MessageId(1),
        new ContactId(1),
        Optional.empty(),
        1,
        1,
        false,
        author,
        new ChannelId("web"),
        new AddressId(1),
        new Content.Text("Sí."),
        Optional.empty(),
        MessageState.SENT,
        Optional.empty(),
        Optional.of(new Grounds("reply", row, 1, 1, THRESHOLD, List.of(), List.of())),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH);
  }
}
