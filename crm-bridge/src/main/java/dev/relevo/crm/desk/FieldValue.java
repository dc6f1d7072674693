package dev.relevo.crm.desk;

import dev.relevo.crm.contact.Field;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/// A custom field's value, checked against its type.
sealed interface FieldValue {
  /// Good, in the one form it is kept in.
  record Valid(String text) implements FieldValue {}

  /// Not good.
  ///
  /// @param refusal which sentence
  /// @param detail what would be allowed
  record Invalid(String refusal, String detail) implements FieldValue {}

  int LONGEST = 5000;

  static FieldValue of(Field field, String value) {
    if (value.length() > LONGEST) {
      return new Invalid("text.length", Integer.toString(LONGEST));
    }
    return switch (field.type()) {
      case TEXT -> new Valid(value);
      case LIST -> choice(field, value);
      case CHECKBOX -> checkbox(value);
      case EMAIL -> isEmail(value) ? new Valid(value) : new Invalid("email.invalid", "");
      case NUMBER -> number(value);
      case URL -> url(value);
      case DATE -> date(value);
      case TIME -> time(value);
    };
  }

  static boolean isEmail(String value) {
    return value.length() <= 254
        && value.matches("[^\\s@,;<>()\"]{1,64}@[\\p{L}\\p{Nd}-]+(\\.[\\p{L}\\p{Nd}-]+)+");
  }

  private static FieldValue choice(Field field, String value) {
    return field.choices().stream()
        .filter(value::equalsIgnoreCase)
        .findFirst()
        .<FieldValue>map(Valid::new)
        .orElseGet(() -> new Invalid("list.choice", String.join(", ", field.choices())));
  }

  private static FieldValue checkbox(String value) {
    var bare = value.toLowerCase(Locale.ROOT);
    if (Set.of("true", "1", "sí", "si", "yes", "sim").contains(bare)) {
      return new Valid("true");
    }
    return Set.of("false", "0", "no", "não", "nao").contains(bare)
        ? new Valid("false")
        : new Invalid("checkbox.invalid", "");
  }

  private static FieldValue number(String value) {
    var wanted = "[+-]?[0-9]{1,30}([.,][0-9]{1,20})?";
    return value.matches(wanted)
        ? new Valid(new BigDecimal(value.replace(',', '.')).toPlainString())
        : new Invalid("number.invalid", "");
  }

  private static FieldValue url(String value) {
    try {
      var uri = URI.create(value);
      var web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null ? new Valid(value) : new Invalid("url.invalid", "");
    } catch (IllegalArgumentException e) {
      return new Invalid("url.invalid", "");
    }
  }

  private static FieldValue date(String value) {
    try {
      return new Valid(LocalDate.parse(value).toString());
    } catch (DateTimeException e) {
      return new Invalid("date.invalid", "");
    }
  }

  private static FieldValue time(String value) {
    try {
      return new Valid(
          LocalTime.parse(value).format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)));
    } catch (DateTimeException e) {
      return new Invalid("time.invalid", "");
    }
  }
}
