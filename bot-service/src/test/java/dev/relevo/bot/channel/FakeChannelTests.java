package dev.relevo.bot.channel;

import dev.relevo.crm.workspace.WorkspaceId;
import java.util.List;

class FakeChannelTests extends ChannelContract {

  private final FakeChannel fake = new FakeChannel("fake", new WorkspaceId(1));

  @Override
  protected Channel channel() {
    return fake;
  }

  @Override
  protected List<String> taken() {
    return fake.accepted().stream().map(Dispatch::reference).toList();
  }
}
