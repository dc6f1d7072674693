package dev.relevo.eval.crash;

import dev.relevo.eval.play.Customers;
import dev.relevo.eval.play.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/// What no log may tell: who wrote and what, what was answered, and every secret there is.
final class Confidential {

  private static final Pattern SECRET = Pattern.compile(".*[.-](token|secret|password|key)");

  /// Digits of a phone's country: without them it is as good.
  private static final int COUNTRY = 3;

  private final Set<String> all = new HashSet<>();

  private Confidential() {}

  /// Of these customers and a service with these settings.
  static Confidential of(Script script, Map<String, String> settings) {
    var confidential = new Confidential();
    for (var line : script.lines()) {
      confidential.all.add(line.text());
      confidential.all.add(line.phone().substring(COUNTRY));
      confidential.all.add(Customers.name(line));
    }
    confidential.all.add(Script.ANSWER);
    settings.forEach((name, value) -> {
      if (SECRET.matcher(name).matches()) {
        confidential.all.add(value);
      }
    });
    return confidential;
  }

  /// The secrets a service made for itself, too.
  Confidential with(Path data) throws IOException {
    var key = data.resolve("secret.key");
    if (Files.exists(key)) {
      all.add(Files.readString(key).strip());
    }
    var file = data.resolve("postgres/passwords");
    if (Files.exists(file)) {
      var passwords = new Properties();
      try (var reader = Files.newBufferedReader(file)) {
        passwords.load(reader);
      }
      passwords.values().forEach(it -> all.add(it.toString()));
    }
    return this;
  }

  Set<String> texts() {
    return Set.copyOf(all);
  }
}
