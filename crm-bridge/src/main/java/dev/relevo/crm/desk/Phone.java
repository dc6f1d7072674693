package dev.relevo.crm.desk;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/// Phone numbers as people write them.
final class Phone {
  /// Where a business is that writes numbers without a country code, by its time zone.
  private static final Map<String, String> COUNTRIES =
      Map.ofEntries(
          Map.entry("America/Guayaquil", "EC"),
          Map.entry("Pacific/Galapagos", "EC"),
          Map.entry("America/Bogota", "CO"),
          Map.entry("America/Lima", "PE"),
          Map.entry("America/Caracas", "VE"),
          Map.entry("America/La_Paz", "BO"),
          Map.entry("America/Santiago", "CL"),
          Map.entry("America/Asuncion", "PY"),
          Map.entry("America/Montevideo", "UY"),
          Map.entry("America/Argentina/Buenos_Aires", "AR"),
          Map.entry("America/Sao_Paulo", "BR"),
          Map.entry("America/Panama", "PA"),
          Map.entry("America/Costa_Rica", "CR"),
          Map.entry("America/Managua", "NI"),
          Map.entry("America/Tegucigalpa", "HN"),
          Map.entry("America/El_Salvador", "SV"),
          Map.entry("America/Guatemala", "GT"),
          Map.entry("America/Mexico_City", "MX"),
          Map.entry("America/Santo_Domingo", "DO"),
          Map.entry("America/New_York", "US"),
          Map.entry("America/Chicago", "US"),
          Map.entry("America/Los_Angeles", "US"),
          Map.entry("Europe/Madrid", "ES"),
          Map.entry("Europe/Lisbon", "PT"));

  private Phone() {}

  /// In E.164 with `+`; empty when it is no number.
  static Optional<String> international(String typed, ZoneId zone) {
    var numbers = PhoneNumberUtil.getInstance();
    try {
      var number = numbers.parse(typed, COUNTRIES.getOrDefault(zone.getId(), "ZZ"));
      return numbers.isPossibleNumber(number)
          ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /// ISO 3166 code of the country a number belongs to.
  static Optional<String> country(String phone) {
    var numbers = PhoneNumberUtil.getInstance();
    try {
      return Optional.ofNullable(numbers.getRegionCodeForNumber(numbers.parse(phone, "ZZ")));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
