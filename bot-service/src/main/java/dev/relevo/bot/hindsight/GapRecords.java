package dev.relevo.bot.hindsight;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.ContactRecords;
import dev.relevo.knowledge.gap.Gaps;
import dev.relevo.knowledge.replay.Replay;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What the knowledge keeps about a contact: their questions that went wrong.
@Component
final class GapRecords implements ContactRecords {

  private final Gaps gaps;
  private final Replay replay;

  GapRecords(Gaps gaps, Replay replay) {
    this.gaps = gaps;
    this.replay = replay;
  }

  @Override
  public void move(ContactId from, ContactId to) {
    gaps.move(from.value(), to.value());
    replay.move(from.value(), to.value());
  }

  @Override
  public Map<String, Object> export(ContactId contact) {
    return gaps.export(contact.value());
  }

  @Override
  public void erase(ContactId contact) {
    replay.erase(contact.value());
    gaps.erase(contact.value());
  }
}
