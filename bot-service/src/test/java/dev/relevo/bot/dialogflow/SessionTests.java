package dev.relevo.bot.dialogflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.ConversationId;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionTests {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final Duration TTL = Duration.ofMinutes(30);
  private static final WorkspaceId WORKSPACE = new WorkspaceId(1);

  private final Session session = Session.first(asker(7, 1), NOW);

  @Test
  void itsNameIsShortAndTellsNothing() {
    var id = session.id(WORKSPACE, 42);
    assertThat(id).hasSize(36).matches("[A-Za-z0-9_-]+");
    assertThat(session.id(WORKSPACE, 43)).isNotEqualTo(id);
    assertThat(session.id(new WorkspaceId(2), 42)).isNotEqualTo(id);
  }

  @Test
  void goesOnWhileTheConversationDoes() {
    var later = session.goingOn(asker(7, 1), NOW.plusSeconds(60), TTL);
    assertThat(later.id(WORKSPACE, 42)).isEqualTo(session.id(WORKSPACE, 42));
  }

  @Test
  void anotherBeginsAfterItsEndAHandBackOrAPause() {
    var ended = session.after(new Standing(false, true, false, Set.of()));
    assertThat(ended.goingOn(asker(7, 1), NOW, TTL).number()).isEqualTo(2);
    assertThat(session.goingOn(asker(7, 3), NOW, TTL).number()).isEqualTo(2);
    assertThat(session.goingOn(asker(7, 1), NOW.plus(TTL), TTL).number()).isEqualTo(2);
  }

  @Test
  void anotherConversationHasSessionsOfItsOwn() {
    var other = session.goingOn(asker(8, 1), NOW, TTL);
    assertThat(other.number()).isEqualTo(1);
    assertThat(other.id(WORKSPACE, 42)).isNotEqualTo(session.id(WORKSPACE, 42));
  }

  @Test
  void missesAreCountedInARow() {
    var missed = new Standing(false, false, true, Set.of());
    var twice = session.after(missed).after(missed);
    assertThat(twice.misses()).isEqualTo(2);
    assertThat(twice.after(new Standing(false, false, false, Set.of())).misses()).isZero();
  }

  private static Question.Asker asker(long conversation, long epoch) {
    return new Question.Asker(
        new ContactId(42), Optional.of(new ConversationId(conversation)), epoch, new MessageId(9));
  }
}
