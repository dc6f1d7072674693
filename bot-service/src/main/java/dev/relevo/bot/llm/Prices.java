package dev.relevo.bot.llm;

import dev.relevo.bot.spend.Price;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What models cost, as a person writes it: `gpt-4o-mini=0.15/0.60; *=2.50/10`, for each model the
/// price of a million tokens read and written, `*` for every other one.
record Prices(String text, Map<String, Price> byModel) {

  static final Prices NONE = new Prices("", Map.of());

  private static final int LONGEST = 4_000;
  private static final Pattern ENTRY =
      Pattern.compile("\\s*([^=\\s]+)\\s*=\\s*([0-9.]{1,12})\\s*/\\s*([0-9.]{1,12})\\s*");

  /// @throws IllegalArgumentException with what cannot be read
  static Prices of(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("more than 4000 characters");
    }
    var prices = new LinkedHashMap<String, Price>();
    for (var entry : text.split("[;\n]", -1)) {
      if (!entry.isBlank()) {
        var parts = ENTRY.matcher(entry);
        if (!parts.matches()) {
          throw new IllegalArgumentException(entry.strip());
        }
        prices.put(
            parts.group(1),
            new Price(new BigDecimal(parts.group(2)), new BigDecimal(parts.group(3))));
      }
    }
    return new Prices(text.strip(), Map.copyOf(prices));
  }

  Price price(String model) {
    return byModel.getOrDefault(model, byModel.getOrDefault("*", Price.UNKNOWN));
  }
}
