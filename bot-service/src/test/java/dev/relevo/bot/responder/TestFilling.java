package dev.relevo.bot.responder;

import dev.relevo.crm.TestCrm;

/// Variables filled in for a test's contacts.
public final class TestFilling {

  private TestFilling() {}

  public static Filling of(TestCrm crm) {
    return new Filling(crm.contacts(), crm.members(), crm.workspaces(), crm.clock());
  }
}
