package dev.relevo.bot.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.TestCrm;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.workspace.Language;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssistantsIT {

  private static final ChannelId WEB = TestCrm.WEB;
  private static final ChannelId WHATSAPP = TestCrm.WHATSAPP;

  private final TestCrm crm = new TestCrm();
  private final Assistants assistants = TestAssistants.of(crm);
  private final dev.relevo.crm.team.MemberId eva = crm.aMember().id();

  @Test
  void beforeAnybodyMadeOneThePlainOneAnswersEverywhere() {
    assertThat(assistants.on(crm.workspace(), WEB)).isEqualTo(Assistant.plain(crm.workspace()));
    assertThat(assistants.all(crm.workspace())).isEmpty();
  }

  @Test
  void theOneThatNamesTheChannelAnswersIt() {
    var general = saved("General", Set.of());
    var shop = saved("Tienda", Set.of(WHATSAPP));
    assertThat(assistants.on(crm.workspace(), WHATSAPP).id()).isEqualTo(shop);
    assertThat(assistants.on(crm.workspace(), WEB).id()).isEqualTo(general);
    assertThat(assistants.general(crm.workspace()).id()).isEqualTo(general);
  }

  @Test
  void aChannelIsAnsweredByOneAssistantAtMost() {
    saved("Tienda", Set.of(WHATSAPP));
    saved("General", Set.of());
    assertThat(assistants.save(assistant("Otra", Set.of(WHATSAPP, WEB)), eva))
        .isInstanceOf(Assistants.Saved.ChannelTaken.class);
    assertThat(assistants.save(assistant("Otra general", Set.of()), eva))
        .isInstanceOf(Assistants.Saved.ChannelTaken.class);
    assertThat(assistants.all(crm.workspace())).hasSize(2);
  }

  @Test
  void comesBackAsItWasSaved() {
    var monday = new Hours.Span(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(18, 30));
    var manner =
        new Manner(
            "Habla de tú.",
            Optional.of("small"),
            0.5,
            4,
            true,
            new Hours(Hours.When.OUTSIDE, List.of(monday)),
            new Powers(Set.of("email"), Set.of("vip"), Set.of("Ventas"), true, true),
            new Bounds(2, 1, 900, 200, 10, 20_000, 5_000));
    var made =
        new Assistant(
            AssistantId.NONE,
            crm.workspace(),
            "Ana",
            false,
            Set.of(WEB),
            Engine.DIALOGFLOW,
            Optional.of(Language.PT),
            manner);
    assertThat(assistants.save(made, eva)).isInstanceOf(Assistants.Saved.Done.class);
    var read = assistants.on(crm.workspace(), WEB);
    assertThat(read).isEqualTo(made.withId(read.id()));
  }

  @Test
  void aRetiredOneAnswersNothingAndFreesItsChannels() {
    var shop = saved("Tienda", Set.of(WHATSAPP));
    assertThat(assistants.retire(crm.workspace(), shop, eva))
        .isEqualTo(new Assistants.Saved.Done(shop));
    assertThat(assistants.on(crm.workspace(), WHATSAPP).id()).isEqualTo(AssistantId.NONE);
    assertThat(assistants.retire(crm.workspace(), shop, eva))
        .isEqualTo(new Assistants.Saved.Gone());
    saved("Otra", Set.of(WHATSAPP));
  }

  @Test
  void anotherWorkspacesAssistantIsNotReached() {
    var other = new TestCrm();
    var theirs = saved("Tienda", Set.of(WHATSAPP));
    var ours = TestAssistants.of(other);
    assertThat(ours.find(other.workspace(), theirs)).isEmpty();
    assertThat(ours.retire(other.workspace(), theirs, other.aMember().id()))
        .isEqualTo(new Assistants.Saved.Gone());
    assertThat(assistants.find(crm.workspace(), theirs)).isPresent();
  }

  private AssistantId saved(String name, Set<ChannelId> channels) {
    return assistants.save(assistant(name, channels), eva) instanceof Assistants.Saved.Done(var id)
        ? id
        : AssistantId.NONE;
  }

  private Assistant assistant(String name, Set<ChannelId> channels) {
    return new Assistant(
        AssistantId.NONE,
        crm.workspace(),
        name,
        true,
        channels,
        Engine.MATRIX,
        Optional.empty(),
        Manner.DEFAULT);
  }
}
