package dev.relevo.bot.console.inbox;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.Names;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Entry;
import dev.relevo.crm.team.MemberId;
import java.util.Optional;

/// Says in a short sentence what an entry of the journal says.
final class Happenings {

  private final Words words;
  private final SignedIn me;
  private final Names names;

  Happenings(Words words, SignedIn me, Names names) {
    this.words = words;
    this.me = me;
    this.names = names;
  }

  /// Empty for kinds that are nothing to a reader.
  Optional<String> sentence(Entry entry) {
    var event = entry.event();
    if (event.kind().equals("floor.taken") && !(event.actor() instanceof Author.Person)) {
      return Optional.empty();
    }
    var detail = detail(entry);
    var key = "event." + event.kind() + (detail.isEmpty() ? ".plain" : "");
    var text = words.sayOr(me, key, "", detail);
    if (text.isEmpty()) {
      text = words.sayOr(me, "event." + event.kind(), "", detail);
    }
    return Optional.of(text).filter(it -> !it.isEmpty());
  }

  /// Who did it, as a reader calls them.
  String actor(Author author) {
    return switch (author) {
      case Author.Customer _ -> words.say(me, "actor.customer");
      case Author.Bot _ -> words.say(me, "actor.bot");
      case Author.Person it ->
          it.member().equals(me.member()) ? words.say(me, "you") : names.of(it.member());
      case Author.Automatic _ -> words.say(me, "actor.automatic");
      case Author.Echo _ -> words.say(me, "actor.echo");
    };
  }

  private String detail(Entry entry) {
    var data = entry.event().data();
    return switch (entry.event().kind()) {
      case "assignee.changed" -> member(data.getOrDefault("to", data.getOrDefault("member", "")));
      case "tag.added", "tag.removed" -> data.getOrDefault("tag", "");
      case "field.changed" -> field(data.getOrDefault("field", ""));
      case "handoff.opened", "floor.taken", "floor.given" -> reason(data);
      case "contact.separated" -> data.getOrDefault("channel", "");
      case "conversation.closed" -> data.getOrDefault("category", "");
      default -> "";
    };
  }

  private String member(String number) {
    return number.matches("[1-9][0-9]{0,17}") ? names.of(new MemberId(Long.parseLong(number))) : "";
  }

  private String field(String slug) {
    return words.sayOr(me, "field." + slug, slug);
  }

  private String reason(java.util.Map<String, String> data) {
    var reason = data.getOrDefault("reason", data.getOrDefault("why", ""));
    return reason.isEmpty() ? "" : words.sayOr(me, "reason." + reason, "");
  }
}
