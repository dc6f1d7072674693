package dev.relevo.bot.setting;

import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.core.Ordered;
import org.springframework.core.convert.ConversionException;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/// A setting that cannot be read, named as its operator wrote it, with what it should be. Values of
/// settings that look like secrets are not repeated.
final class WrongSettingAnalyzer extends AbstractFailureAnalyzer<BindException> implements Ordered {

  private static final Pattern SECRET = Pattern.compile("(?i)password|secret|token|key");

  @Override
  protected FailureAnalysis analyze(Throwable failure, BindException wrong) {
    return new FailureAnalysis(sentence(wrong), null, failure);
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  private static String sentence(BindException wrong) {
    for (Throwable cause = wrong.getCause(); cause != null; cause = cause.getCause()) {
      switch (cause) {
        case CannotStart refusal -> {
          return String.valueOf(refusal.getMessage());
        }
        case BindException inner -> {
          return sentence(inner);
        }
        case UnboundConfigurationPropertiesException unknown -> {
          return unknown.getUnboundProperties().stream()
              .map(property ->
                  name(property, property.getName().toString()) + " is not a setting Relevo knows")
              .collect(Collectors.joining("; ", "", "."));
        }
        default -> {}
      }
    }
    return unreadable(wrong);
  }

  private static String unreadable(BindException wrong) {
    var property = wrong.getProperty();
    var name = name(property, String.valueOf(wrong.getName()));
    if (property == null || !isConversion(wrong)) {
      return "%s is wrong: %s".formatted(name, root(wrong));
    }
    var value = SECRET.matcher(name).find() ? "not readable" : "\"" + property.getValue() + "\"";
    return "%s is %s, but must be %s.".formatted(name, value, expected(wrong));
  }

  private static boolean isConversion(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConversionException) {
        return true;
      }
    }
    return false;
  }

  /// As written: an environment variable by its own name, anything else by the setting's, with
  /// where it stands.
  private static String name(@Nullable ConfigurationProperty property, String fallback) {
    if (property == null) {
      return fallback;
    }
    var origin = written(property.getOrigin());
    if (origin instanceof SystemEnvironmentOrigin environment) {
      return environment.getProperty();
    }
    return origin == null ? fallback : "%s (%s)".formatted(fallback, origin);
  }

  private static @Nullable Origin written(@Nullable Origin origin) {
    return origin instanceof PropertySourceOrigin source ? written(source.getOrigin()) : origin;
  }

  private static String expected(BindException wrong) {
    var raw = wrong.getTarget().getType().resolve(Object.class);
    var type = ClassUtils.resolvePrimitiveIfNecessary(raw);
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    if (type == Integer.class || type == Long.class || type == Short.class) {
      return "a whole number";
    }
    if (type == Boolean.class) {
      return "true or false";
    }
    if (type == Duration.class) {
      return "a duration such as 30s, 5m or 2h";
    }
    if (type == DataSize.class) {
      return "a size such as 25MB";
    }
    if (type == URI.class || type == URL.class) {
      return "an address such as https://example.com";
    }
    return "readable as " + type.getSimpleName() + " (" + root(wrong) + ")";
  }

  private static String root(Throwable failure) {
    var root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
