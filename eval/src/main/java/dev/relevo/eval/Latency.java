package dev.relevo.eval;

import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A time as people type it: `300ms`, `2s`.
final class Latency implements ITypeConverter<Duration> {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})(ms|s)");

  @Override
  public Duration convert(String text) {
    var written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw new TypeConversionException("'" + text + "' is no time; write 300ms or 2s");
    }
    long number = Long.parseLong(written.group(1));
    return written.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMillis(number);
  }
}
