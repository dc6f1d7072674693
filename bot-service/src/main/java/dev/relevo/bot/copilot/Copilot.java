package dev.relevo.bot.copilot;

import dev.relevo.bot.pace.Deadline;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Helps a person who answers. Takes some twelve seconds at most; what a model costs is on record
/// with its purpose, within the conversation's and the workspace's bounds. Not to be called inside
/// a transaction.
@Component
public class Copilot {

  private static final Duration PATIENCE = Duration.ofSeconds(12);

  private final Drafting drafting;
  private final Rewording rewording;
  private final SummingUp summingUp;
  private final Scribe scribe;
  private final Chats chats;

  Copilot(Drafting drafting, Rewording rewording, SummingUp summingUp, Scribe scribe, Chats chats) {
    this.drafting = drafting;
    this.rewording = rewording;
    this.summingUp = summingUp;
    this.scribe = scribe;
    this.chats = chats;
  }

  /// Which help a workspace's people are offered, besides summing up.
  public record Offered(boolean drafts, boolean rewrites) {}

  public Offered offered(WorkspaceId workspace) {
    var wanted = chats.wanted(workspace);
    return new Offered(wanted.drafts(), wanted.rewrites() && scribe.canWrite(workspace));
  }

  /// A reply to what the customer said last, with the sources it stands on. Sends nothing.
  public Help draft(Contact contact) {
    if (!chats.wanted(contact.workspace()).drafts()) {
      return new Help.None(Why.SWITCHED_OFF);
    }
    var said = chats.chat(contact).customers();
    return said.isEmpty()
        ? new Help.None(Why.NOTHING_SAID)
        : drafting.draft(said.getLast(), Deadline.in(PATIENCE));
  }

  /// The text in other words.
  public Help rewrite(Contact contact, String text, Rewriting rewriting) {
    if (!chats.wanted(contact.workspace()).rewrites()) {
      return new Help.None(Why.SWITCHED_OFF);
    }
    if (text.isBlank() || (rewriting.way() == Rewriting.Way.OWN && rewriting.own().isBlank())) {
      return new Help.None(Why.NOTHING_SAID);
    }
    return rewording.reword(chats.chat(contact), text, rewriting, Deadline.in(PATIENCE));
  }

  /// The conversation in at most 512 characters, in the workspace's language.
  public Help summary(Contact contact) {
    return summingUp.sumUp(chats.chat(contact), Deadline.in(PATIENCE));
  }
}
