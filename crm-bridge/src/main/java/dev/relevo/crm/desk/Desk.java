package dev.relevo.crm.desk;

import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.Journal;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.desk.CrmResult.Effect;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The one way to change contacts and conversations.
@Component
public class Desk {
  /// How long a request's id is remembered.
  static final Duration MEMORY = Duration.ofDays(30);

  private final RequestTable requests;
  private final Doing doing;
  private final Contacts contacts;
  private final Floor floor;
  private final Members members;
  private final Workspaces workspaces;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Desk(
      RequestTable requests,
      Doing doing,
      Contacts contacts,
      Floor floor,
      Members members,
      Workspaces workspaces,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.requests = requests;
    this.doing = doing;
    this.contacts = contacts;
    this.floor = floor;
    this.members = members;
    this.workspaces = workspaces;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /// Carries the actions out in one transaction (the caller's, when there is one), in order, under
  /// the thread's lock. An action that cannot be is refused by itself and the others still happen.
  /// The same request id gives the first result again, for thirty days.
  public CrmResult apply(CrmRequest request) {
    return transaction.execute(status ->
        lock(request, request.contact())
            .or(() -> survivor(request).flatMap(it -> lock(request, it)))
            .map(it -> remembered(request, it))
            .orElseGet(() -> refuseAll(request)));
  }

  private Optional<ThreadState> lock(CrmRequest request, ContactId contact) {
    return Optional.ofNullable(floor.lock(List.of(contact)).get(contact))
        .filter(it -> it.workspace().equals(request.workspace()));
  }

  /// Whom the contact was merged into.
  private Optional<ContactId> survivor(CrmRequest request) {
    return contacts.find(request.workspace(), request.contact()).map(Contact::id);
  }

  /// Forgets requests older than [#MEMORY], some at a time; how many.
  public int forget(int limit) {
    return requests.forget(clock.instant().minus(MEMORY), limit);
  }

  private CrmResult remembered(CrmRequest request, ThreadState thread) {
    return requests
        .find(request.workspace(), request.id())
        .orElseGet(() -> {
          var result = Journal.because(request.why(), () -> carryOut(request, thread));
          requests.insert(request, thread.contact(), result, Column.now(clock));
          return result;
        });
  }

  private CrmResult carryOut(CrmRequest request, ThreadState thread) {
    var effects = new ArrayList<Effect>();
    for (var action : request.actions()) {
      effects.add(
          doing.apply(
              new Doing.Asked(
                  thread.contact(), thread.workspace(), request.by(), language(request)),
              action));
    }
    return new CrmResult(effects);
  }

  private CrmResult refuseAll(CrmRequest request) {
    var refused = Refusals.say(language(request), "contact.gone");
    return new CrmResult(Collections.nCopies(request.actions().size(), refused));
  }

  private Language language(CrmRequest request) {
    var asker =
        request.by() instanceof Author.Person(var member)
            ? members.find(request.workspace(), member)
            : Optional.<Member>empty();
    return asker
        .map(Member::language)
        .orElseGet(() -> workspaces.find(request.workspace()).language());
  }
}
