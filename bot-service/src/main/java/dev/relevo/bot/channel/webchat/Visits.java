package dev.relevo.bot.channel.webchat;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.ContactRecords;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Event;
import dev.relevo.crm.conversation.Journal;
import dev.relevo.crm.sql.Column;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// On which page a visitor wrote. Kept once per contact, and told in their timeline whenever it is
/// another page.
@Component
final class Visits implements ContactRecords {

  private static final Logger log = LoggerFactory.getLogger(Visits.class);

  private final VisitTable table;
  private final VisitorThreads threads;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Visits(
      VisitTable table,
      VisitorThreads threads,
      Journal journal,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.table = table;
    this.threads = threads;
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /// Notes the page of a message that is stored already; never a reason to refuse that message.
  void note(Visiting visiting, Said.Page page) {
    try {
      threads
          .address(visiting.channel(), visiting.visitor())
          .ifPresent(it -> note(visiting, it.contact(), visit(page)));
    } catch (DataAccessException e) {
      log.atWarn().setCause(e).log("the page of a visit could not be noted");
    }
  }

  private void note(Visiting visiting, ContactId contact, VisitTable.Visit visit) {
    transaction.executeWithoutResult(_ -> {
      if (table.store(visiting.channel().workspace(), contact, visit, clock.instant())) {
        journal.append(List.of(event(visiting, contact, visit)));
      }
    });
  }

  private static Event event(Visiting visiting, ContactId contact, VisitTable.Visit visit) {
    return new Event(
        visiting.channel().workspace(),
        Optional.of(contact),
        Optional.empty(),
        "page.visited",
        Author.CUSTOMER,
        Map.of("url", visit.url(), "title", visit.title()));
  }

  /// Without query and fragment: those can hold anything, also secrets.
  static VisitTable.Visit visit(Said.Page page) {
    return new VisitTable.Visit(
        Optional.ofNullable(page.url()).flatMap(Visits::plain).orElse(""),
        cut(Optional.ofNullable(page.title()).orElse(""), 120),
        cut(Optional.ofNullable(page.locale()).orElse(""), 35));
  }

  private static Optional<String> plain(String url) {
    try {
      var uri = new URI(url);
      var scheme = String.valueOf(uri.getScheme());
      return scheme.matches("https?") && uri.getHost() != null
          ? Optional.of(cut(Origins.of(uri) + Optional.ofNullable(uri.getPath()).orElse(""), 300))
          : Optional.empty();
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  private static String cut(String text, int length) {
    var clean = text.replaceAll("\\p{Cntrl}", " ").strip();
    return Column.clean(Column.start(clean, length));
  }

  @Override
  public void move(ContactId from, ContactId to) {
    table.move(from, to);
  }

  @Override
  public Map<String, Object> export(ContactId contact) {
    var exported = new LinkedHashMap<String, Object>();
    table
        .find(contact)
        .ifPresent(it ->
            exported.put(
                "visit", Map.of("url", it.url(), "title", it.title(), "locale", it.locale())));
    return exported;
  }

  @Override
  public void erase(ContactId contact) {
    table.erase(contact);
  }
}
