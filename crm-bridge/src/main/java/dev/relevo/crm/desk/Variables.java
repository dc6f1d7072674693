package dev.relevo.crm.desk;

import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.workspace.Language;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `$contact.firstname` and the like stand for in a text to one contact.
///
/// `$namespace.key`, `{{$namespace.key}}` and `$namespace.key|"otherwise"` are filled in for the
/// namespaces `contact`, `assignee` and `system`. A known variable without a value gives the
/// fallback, else nothing, and the doubled space it leaves goes too; `$contact.country` stays as
/// typed, as does every unknown name. `$$` is a dollar sign, and prices are left alone.
///
/// @param fields slugs of the workspace's custom fields, so that an empty one is still known
public record Variables(
    Contact contact,
    Optional<Member> assignee,
    Set<String> fields,
    ZoneId zone,
    Language language,
    Instant now) {
  private static final Pattern VARIABLE =
      Pattern.compile(
          "\\$\\$|(?<open>\\{\\{\\s*)?\\$(?<space>contact|assignee|system)\\.(?<key>[a-z0-9_]+)"
              + "(?:\\|\"(?<otherwise>[^\"]*)\")?(?<close>\\s*\\}\\})?");
  private static final String DATE = "yyyy-MM-dd";
  private static final String TIME = "HH:mm:ss";

  /// Marks a value that is empty, so that its space can be closed up and no other.
  private static final String NOTHING = "\0";

  public Variables {
    fields = Set.copyOf(fields);
  }

  /// The text as this contact is to read it.
  public String render(String text) {
    if (text.indexOf('$') < 0) {
      return text;
    }
    var filled = VARIABLE.matcher(text).replaceAll(it -> Matcher.quoteReplacement(value(it)));
    return filled
        .replaceAll(" \0+(?= |$|[,.;:!?\\n])", "")
        .replaceAll("(?m)^\0+ ?", "")
        .replace(NOTHING, "");
  }

  private String value(MatchResult found) {
    if (found.group().equals("$$")) {
      return "$";
    }
    var open = Optional.ofNullable(found.group("open"));
    var close = Optional.ofNullable(found.group("close"));
    var inner = value(found.group("space"), found.group("key"));
    if (inner.isEmpty()) {
      return found.group();
    }
    var otherwise = Optional.ofNullable(found.group("otherwise"));
    var text = inner.get().isEmpty() ? otherwise.orElse(NOTHING) : inner.get();
    if (text.equals(NOTHING) && found.group("key").equals("country")) {
      return found.group();
    }
    return open.isPresent() == close.isPresent() ? text : open.orElse("") + text + close.orElse("");
  }

  /// Empty for an unknown name; an empty text for a known one without a value.
  private Optional<String> value(String space, String key) {
    return switch (space) {
      case "contact" -> contact(key);
      case "assignee" -> assignee(key);
      default -> system(key);
    };
  }

  private Optional<String> contact(String key) {
    return switch (key) {
      case "name" -> Optional.of(contact.name());
      case "firstname" -> Optional.of(first(contact.name()));
      case "lastname" -> Optional.of(last(contact.name()));
      case "email" -> Optional.of(contact.email().orElse(""));
      case "phone" -> Optional.of(contact.phone().orElse(""));
      case "language" -> Optional.of(contact.language().map(Language::code).orElse(""));
      case "id" -> Optional.of(Long.toString(contact.id().value()));
      case "country" -> Optional.of(country());
      default ->
          Optional.ofNullable(contact.fields().get(key))
              .or(() -> fields.contains(key) ? Optional.of("") : Optional.empty());
    };
  }

  private Optional<String> assignee(String key) {
    return switch (key) {
      case "name" -> Optional.of(assignee.map(Member::name).orElse(""));
      case "firstname" -> Optional.of(assignee.map(it -> first(it.name())).orElse(""));
      case "lastname" -> Optional.of(assignee.map(it -> last(it.name())).orElse(""));
      case "email" -> Optional.of(assignee.map(Member::email).orElse(""));
      case "id" -> Optional.of(assignee.map(it -> Long.toString(it.id().value())).orElse(""));
      default -> Optional.empty();
    };
  }

  private Optional<String> system(String key) {
    return switch (key) {
      case "current_datetime" -> Optional.of(at(zone, DATE + " " + TIME));
      case "current_date" -> Optional.of(at(zone, DATE));
      case "current_time" -> Optional.of(at(zone, TIME));
      case "current_datetime_utc" -> Optional.of(at(ZoneOffset.UTC, DATE + " " + TIME));
      case "current_date_utc" -> Optional.of(at(ZoneOffset.UTC, DATE));
      case "current_time_utc" -> Optional.of(at(ZoneOffset.UTC, TIME));
      case "current_timestamp" -> Optional.of(Long.toString(now.getEpochSecond()));
      default -> Optional.empty();
    };
  }

  private String at(ZoneId where, String pattern) {
    return LocalDateTime.ofInstant(now, where)
        .format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
  }

  private String country() {
    return contact
        .phone()
        .flatMap(Phone::country)
        .map(it -> Locale.of("", it).getDisplayCountry(language.locale()))
        .orElse("");
  }

  private static String first(String name) {
    return name.strip().split("\\s+", 2)[0];
  }

  private static String last(String name) {
    var parts = name.strip().split("\\s+", 2);
    return parts.length < 2 ? "" : parts[1];
  }
}
