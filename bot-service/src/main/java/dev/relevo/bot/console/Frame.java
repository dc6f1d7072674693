package dev.relevo.bot.console;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.crm.handoff.Inbox;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.Members;

/// What surrounds every whole page, read only when a page shows it; parts of pages do not.
final class Frame {

  private final SignedIn me;
  private final Members members;
  private final Inbox inbox;

  Frame(SignedIn me, Members members, Inbox inbox) {
    this.me = me;
    this.members = members;
    this.inbox = inbox;
  }

  public Inbox.Counts counts() {
    return inbox.counts(me.workspace(), me.member());
  }

  public String initials() {
    return Names.initials(me.name());
  }

  public boolean available() {
    return members.find(me.workspace(), me.member()).map(Member::available).orElse(false);
  }
}
