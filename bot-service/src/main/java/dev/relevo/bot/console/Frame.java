package dev.relevo.bot.console;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.crm.handoff.HandoffId;
import dev.relevo.crm.handoff.Handoffs;
import dev.relevo.crm.handoff.Inbox;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.Members;

/// What surrounds every whole page, read only when a page shows it; parts of pages do not.
final class Frame {

  private final SignedIn me;
  private final Members members;
  private final Inbox inbox;
  private final Handoffs handoffs;

  Frame(SignedIn me, Members members, Inbox inbox, Handoffs handoffs) {
    this.me = me;
    this.members = members;
    this.inbox = inbox;
    this.handoffs = handoffs;
  }

  public Inbox.Counts counts() {
    return inbox.counts(me.workspace(), me.member());
  }

  /// The number of the newest handoff when the page was made, 0 without any: the page rings for
  /// those that come after it.
  public long newestHandoff() {
    return handoffs.newest(me.workspace()).map(HandoffId::value).orElse(0L);
  }

  public String initials() {
    return Names.initials(me.name());
  }

  public boolean available() {
    return members.find(me.workspace(), me.member()).map(Member::available).orElse(false);
  }
}
