package dev.relevo.bot.console.inbox;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.crm.handoff.InboxFilter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/// Which list a page shows, as its address says it: `?box=mine&status=open&q=…`. Words it does not
/// know count as the first.
record InboxQuery(InboxFilter.Box box, InboxFilter.Status status, String text) {

  private static final int LONGEST_SEARCH = 200;

  static InboxQuery of(Optional<String> box, Optional<String> status, Optional<String> text) {
    return new InboxQuery(
        one(InboxFilter.Box.values(), box, InboxFilter.Box.ALL),
        one(InboxFilter.Status.values(), status, InboxFilter.Status.OPEN),
        text.map(String::strip).filter(it -> it.length() <= LONGEST_SEARCH).orElse(""));
  }

  InboxFilter filter(SignedIn me) {
    return new InboxFilter(box, status, text, Optional.of(me.member()));
  }

  /// The page's query, without what is usual; empty or starting with `?`.
  public String suffix() {
    return suffix(box, status, text);
  }

  public String inBox(String other) {
    return suffix(InboxFilter.Box.valueOf(other), status, text);
  }

  public String withStatus(String other) {
    return suffix(box, InboxFilter.Status.valueOf(other), text);
  }

  private static String suffix(InboxFilter.Box box, InboxFilter.Status status, String text) {
    var builder = UriComponentsBuilder.newInstance();
    if (box != InboxFilter.Box.ALL) {
      builder.queryParam("box", word(box));
    }
    if (status != InboxFilter.Status.OPEN) {
      builder.queryParam("status", word(status));
    }
    if (!text.isEmpty()) {
      builder.queryParam("q", "{text}");
    }
    return builder.encode().buildAndExpand(text).toUriString();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E one(E[] all, Optional<String> word, E usual) {
    for (var value : all) {
      if (word.filter(it -> it.equalsIgnoreCase(value.name())).isPresent()) {
        return value;
      }
    }
    return usual;
  }
}
