package dev.relevo.bot.setting;

import dev.relevo.bot.setting.Secrets.Renewal;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// At every start: what was sealed with the previous secret key is sealed with the current one, and
/// what no key opens is told.
@Component
final class KeyChange implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(KeyChange.class);

  private final List<SealedTexts> places;
  private final Secrets secrets;

  KeyChange(List<SealedTexts> places, Secrets secrets) {
    this.places = places;
    this.secrets = secrets;
  }

  /// How many texts were sealed anew, and how many nobody can open.
  record Count(int fresh, int lost) {}

  @Override
  public void run(ApplicationArguments arguments) {
    var count = renew(secrets);
    if (count.fresh() > 0) {
      log.atInfo()
          .addKeyValue("count", count.fresh())
          .log("secrets of the previous key are sealed with the current one");
    }
    if (count.lost() > 0) {
      log.atWarn()
          .addKeyValue("count", count.lost())
          .log(
              "secrets are opened by no key; set RELEVO_SECRET_KEY_PREVIOUS to the key they were sealed with, or enter them anew");
    }
  }

  /// Seals anew with the current one of these keys.
  Count renew(Secrets secrets) {
    var fresh = 0;
    var lost = 0;
    for (var place : places) {
      for (var sealed : place.all()) {
        switch (secrets.renewed(place.purpose(), sealed)) {
          case Renewal.Fresh(var text) -> {
            place.replace(sealed, text);
            fresh++;
          }
          case Renewal.Lost() -> lost++;
          case Renewal.Current() -> {}
        }
      }
    }
    return new Count(fresh, lost);
  }
}
