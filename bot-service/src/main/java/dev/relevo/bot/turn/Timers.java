package dev.relevo.bot.turn;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Loop;
import dev.relevo.bot.outbox.Outbox;
import dev.relevo.bot.outbox.Post;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.handoff.Handoff;
import dev.relevo.crm.handoff.Handoffs;
import dev.relevo.crm.workspace.Wording;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens by itself when time has passed: who was handed over and heard nothing is told so,
/// the floor goes back. Replicas share the work.
@Component
final class Timers extends Loop {

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int SOME = 50;

  private final Handoffs handoffs;
  private final Floor floor;
  private final Contacts contacts;
  private final Workspaces workspaces;
  private final Outbox outbox;
  private final TransactionTemplate transaction;

  Timers(
      Handoffs handoffs,
      Floor floor,
      Contacts contacts,
      Workspaces workspaces,
      Outbox outbox,
      PlatformTransactionManager transactions) {
    super("timers", Workload.TURNS, LOOK, Order.ANSWERING);
    this.handoffs = handoffs;
    this.floor = floor;
    this.contacts = contacts;
    this.workspaces = workspaces;
    this.outbox = outbox;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  protected boolean round() {
    var reminded = transaction.execute(status -> remind());
    var resumed = floor.resumeDue(SOME).size();
    return resumed == SOME || (reminded != null && reminded == SOME);
  }

  private int remind() {
    var due = handoffs.remind(SOME);
    due.forEach(this::remind);
    return due.size();
  }

  private void remind(Handoff handoff) {
    floor.read(handoff.contact()).ifPresent(this::stillWaiting);
  }

  private void stillWaiting(ThreadState thread) {
    var workspace = workspaces.find(thread.workspace());
    var language =
        contacts
            .find(thread.workspace(), thread.contact())
            .flatMap(Contact::language)
            .orElse(workspace.language());
    var text = workspaces.text(workspace.id(), Wording.STILL_WAITING, language);
    outbox.post(
        new Post(
            thread.contact(),
            new Author.Automatic("reminder"),
            List.of(new Content.Text(text)),
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty()));
  }
}
