package dev.relevo.bot.console.model;

import dev.relevo.bot.llm.Connections;
import dev.relevo.bot.llm.Entered;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The connection's fields as the page shows them again: never the key, never the headers, which
/// may hold one.
///
/// @param mistakes by the field they lie in, as keys of sentences
record ModelForm(String baseUrl, String model, String prices, Map<String, List<String>> mistakes) {

  static ModelForm of(Connections.State state) {
    return new ModelForm(
        state.baseUrl(),
        state.origin() == Connections.Origin.OWN ? state.model() : "",
        state.prices(),
        Map.of());
  }

  static ModelForm wrong(Entered entered, List<Entered.Mistake> mistakes) {
    return new ModelForm(
        entered.baseUrl(),
        entered.model(),
        entered.prices(),
        mistakes.stream()
            .collect(
                Collectors.groupingBy(
                    ModelForm::field,
                    Collectors.mapping(Entered.Mistake::key, Collectors.toList()))));
  }

  /// The keys of what is wrong with a field.
  public List<String> of(String field) {
    return mistakes.getOrDefault(field, List.of());
  }

  private static String field(Entered.Mistake mistake) {
    return switch (mistake) {
      case ADDRESS, ADDRESS_NOT_SECURE -> "address";
      case MODEL -> "model";
      case KEY -> "key";
      case HEADERS -> "headers";
      case PRICES -> "prices";
    };
  }
}
