package dev.relevo.bot.channel;

import dev.relevo.bot.Beside;
import dev.relevo.crm.TestCrm;
import org.junit.jupiter.api.AfterEach;

@Beside
class DirectEntranceIT extends EntranceContract {

  private final TestCrm crm = new TestCrm(LedgerBeans.all());
  private final Intake intake = crm.bean(Intake.class);
  private final FakeProvider provider = new FakeProvider(TestCrm.WHATSAPP.value(), crm.workspace());

  @AfterEach
  void stop() {
    intake.destroy();
  }

  @Override
  TestCrm crm() {
    return crm;
  }

  @Override
  Intake intake() {
    return intake;
  }

  @Override
  WebhookChannel channel() {
    return provider;
  }
}
