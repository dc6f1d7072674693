package dev.relevo.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.channel.Channel;
import dev.relevo.bot.channel.FakeChannel;
import dev.relevo.crm.contact.Address;
import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.FloorHolder;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.conversation.MessageState;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class JudgeTests {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final WorkspaceId WORKSPACE = new WorkspaceId(1);
  private static final ContactId ANA = new ContactId(7);
  private static final AddressId ADDRESS = new AddressId(8);

  private final FakeChannel channel = new FakeChannel("whatsapp", WORKSPACE);

  @Test
  void letsWhatTheBotSaidUnderTheFloorItStillHasGo() {
    assertThat(judged(OptionalLong.of(3), to(false, Optional.of(channel)), text()))
        .isInstanceOfSatisfying(
            Judge.Verdict.Go.class,
            it -> assertThat(it.claimed().dispatch().reference()).isEqualTo("relevo-42"));
  }

  @Test
  void letsNothingTheBotSaidUnderAnotherFloorGo() {
    assertThat(judged(OptionalLong.of(2), to(false, Optional.of(channel)), text()))
        .isEqualTo(dead(Refusal.UNCONFIRMED));
  }

  @Test
  void letsWordsWithoutAnEpochGoWhoeverHasTheFloor() {
    assertThat(judged(OptionalLong.empty(), to(false, Optional.of(channel)), text()))
        .isInstanceOf(Judge.Verdict.Go.class);
  }

  @Test
  void sendsFreeTextOnlyWhileTheWindowIsOpenAndTemplatesAlways() {
    channel.openFor(Duration.ofHours(1));
    var to = to(false, Optional.of(channel));
    assertThat(judged(OptionalLong.empty(), to, text())).isEqualTo(dead(Refusal.WINDOW_CLOSED));
    assertThat(judged(OptionalLong.empty(), to, new Content.Template("welcome", "es", List.of())))
        .isInstanceOf(Judge.Verdict.Go.class);
    channel.openFor(Duration.ofHours(3));
    assertThat(judged(OptionalLong.empty(), to, text())).isInstanceOf(Judge.Verdict.Go.class);
  }

  @Test
  void sendsNothingToWhomIsBlockedOrCannotBeReached() {
    assertThat(judged(OptionalLong.empty(), to(true, Optional.of(channel)), text()))
        .isEqualTo(dead(Refusal.BLOCKED));
    assertThat(judged(OptionalLong.empty(), to(false, Optional.empty()), text()))
        .isEqualTo(dead(Refusal.CHANNEL_GONE));
    assertThat(judged(OptionalLong.empty(), Optional.empty(), text()))
        .isEqualTo(dead(Refusal.ADDRESS_GONE));
  }

  private static Judge.Verdict dead(Refusal refusal) {
    return new Judge.Verdict.Dead(refusal, Language.PT);
  }

  private Judge.Verdict judged(
      OptionalLong epoch, Optional<Recipients.Recipient> to, Content content) {
    var head = new Heads.Head(parcel(epoch), thread(), message(content), to, Language.PT);
    return Judge.judge(head, NOON);
  }

  /// They wrote two hours ago.
  private static Optional<Recipients.Recipient> to(boolean blocked, Optional<Channel> channel) {
    var address =
        new Address(
            ADDRESS,
            ANA,
            new ChannelId("whatsapp"),
            List.of(),
            Optional.of(NOON.minus(Duration.ofHours(2))));
    return Optional.of(
        new Recipients.Recipient(address, channel, blocked, Language.ES, Language.PT));
  }

  private Parcel parcel(OptionalLong epoch) {
    return new Parcel(
        42,
        WORKSPACE,
        ANA,
        7,
        new MessageId(9),
        channel.id(),
        ADDRESS,
        1,
        epoch,
        OptionalLong.empty(),
        Parcel.State.QUEUED,
        0,
        NOON);
  }

  private static ThreadState thread() {
    return thread(ANA, WORKSPACE, FloorHolder.BOT, 3);
  }

  static ThreadState thread(
      ContactId contact, WorkspaceId workspace, FloorHolder floor, long epoch) {
    return new ThreadState(
        contact,
        workspace,
        floor,
        epoch,
        NOON,
        Optional.empty(),
        Optional.empty(),
        5,
        0,
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Message message(Content content) {
    return new Message(
        new MessageId(9),
        ANA,
        Optional.empty(),
        5,
        5,
        false,
        Author.BOT,
        channel.id(),
        ADDRESS,
        content,
        Optional.empty(),
        MessageState.QUEUED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        NOON);
  }

  private static Content text() {
    return new Content.Text("hola");
  }
}
