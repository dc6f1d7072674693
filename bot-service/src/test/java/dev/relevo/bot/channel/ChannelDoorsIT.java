package dev.relevo.bot.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.relevo.bot.channel.ChannelList.Written;
import dev.relevo.bot.setting.CannotStart;
import dev.relevo.crm.TestCrm;
import dev.relevo.crm.workspace.Workspaces;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Faults in the list of channels; those inside of one channel are in [ChannelSettingsTests].
class ChannelDoorsIT {

  private final TestCrm crm = new TestCrm();
  private final ChannelDoors doors =
      new ChannelDoors(List.of(new Sort("webchat"), new Sort("fax")), crm.bean(Workspaces.class));

  @Test
  void opensAWebChatWhenNothingIsWritten() {
    assertThat(doors.open(List.of()).all())
        .singleElement()
        .satisfies(it -> assertThat(it.id().value()).isEqualTo("web"));
  }

  @Test
  void namesTheSettingThatIsWrong() {
    refuses("relevo.channels[0].id is missing", written(null, "fax", null));
    refuses("relevo.channels[0].id is \"Quito!\", but must", written("Quito!", "fax", null));
    refuses(
        "relevo.channels[0].type is missing; it is one of fax, webchat",
        written("quito", " ", null));
    refuses(
        "relevo.channels[0].type is \"pigeon\", but must be one of fax, webchat",
        written("quito", "pigeon", null));
    refuses("relevo.channels[0].workspace is \"0\", but there is no", written("quito", "fax", "0"));
    refuses(
        "relevo.channels[1].id is \"quito\", but another channel has that id",
        written("quito", "fax", null),
        written(" quito ", "webchat", null));
  }

  private void refuses(String sentence, Written... channels) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> doors.open(List.of(channels)))
        .withMessageStartingWith(sentence);
  }

  private static Written written(
      @Nullable String id, @Nullable String type, @Nullable String workspace) {
    return new Written(id, type, workspace, null, null, null, null, null, null, null);
  }

  private record Sort(String name) implements ChannelType {
    @Override
    public Channel open(ChannelSettings settings) {
      return new FakeChannel(settings.id().value(), settings.workspace());
    }
  }
}
