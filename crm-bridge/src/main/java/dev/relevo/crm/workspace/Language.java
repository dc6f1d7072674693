package dev.relevo.crm.workspace;

import java.util.Locale;
import java.util.Optional;

/// The languages Relevo speaks.
public enum Language {
  ES,
  EN,
  PT;

  /// ISO 639-1, lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Locale locale() {
    return Locale.of(code());
  }

  /// The language of a tag such as `es`, `es-EC` or `pt_BR`; empty for one we do not speak.
  public static Optional<Language> of(String tag) {
    var code = tag.replace('_', '-').toLowerCase(Locale.ROOT);
    for (var language : values()) {
      if (code.equals(language.code()) || code.startsWith(language.code() + "-")) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}
