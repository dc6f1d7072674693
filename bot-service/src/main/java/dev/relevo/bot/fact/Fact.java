package dev.relevo.bot.fact;

import java.math.BigDecimal;
import java.util.Collection;

/// Something a text states that can be compared, however it is written: what must stand in a source
/// before a customer may be told it.
public sealed interface Fact {

  /// Whether one of these states it too.
  boolean standsIn(Collection<Fact> sources);

  /// Whether a business could be held to it: a page, a price, a discount.
  default boolean isOffer() {
    return switch (this) {
      case Link _ -> true;
      case Amount(_, var unit, _) -> unit.isMoneyOrShare();
      case Email _, Phone _, Day _, Time _ -> false;
    };
  }

  /// A page.
  ///
  /// @param address host, path and question; without `https`, `www` and a last slash
  record Link(String address) implements Fact {
    @Override
    public boolean standsIn(Collection<Fact> sources) {
      return sources.contains(this);
    }
  }

  record Email(String address) implements Fact {
    @Override
    public boolean standsIn(Collection<Fact> sources) {
      return sources.contains(this);
    }
  }

  /// A phone, an account, an order: seven digits and more.
  record Phone(String digits) implements Fact {

    private static final int SHORTEST = 7;

    /// A source may write it with more in front, a country's code say; not with less.
    @Override
    public boolean standsIn(Collection<Fact> sources) {
      var own = bare(digits);
      return sources.stream()
          .anyMatch(it ->
              it instanceof Phone(var theirs)
                  && (bare(theirs).equals(own)
                      || (own.length() >= SHORTEST && theirs.endsWith(own))));
    }

    private static String bare(String digits) {
      return digits.replaceFirst("^0+", "");
    }
  }

  /// A day, or a month.
  ///
  /// @param day 0 when only the month is named
  /// @param year 0 when it is not named
  /// @param eitherWay written in numbers, so that day and month may be the other way round
  record Day(int day, int month, int year, boolean eitherWay) implements Fact {
    @Override
    public boolean standsIn(Collection<Fact> sources) {
      return sources.stream().anyMatch(it -> it instanceof Day theirs && isPartOf(theirs));
    }

    private boolean isPartOf(Day theirs) {
      var same = month == theirs.month && (day == 0 || day == theirs.day);
      var turned = (eitherWay || theirs.eitherWay) && day == theirs.month && month == theirs.day;
      return (same || turned) && (year == 0 || year == theirs.year);
    }
  }

  /// A time of day.
  ///
  /// @param minute of the day
  /// @param half which half of the day is not said
  record Time(int minute, boolean half) implements Fact {

    private static final int HALF_DAY = 12 * 60;

    @Override
    public boolean standsIn(Collection<Fact> sources) {
      return sources.stream()
          .anyMatch(it ->
              switch (it) {
                case Time theirs ->
                    minute == theirs.minute
                        || ((half || theirs.half) && minute % HALF_DAY == theirs.minute % HALF_DAY);
                case Amount theirs -> isHour(theirs);
                case Link _, Email _, Phone _, Day _ -> false;
              });
    }

    private boolean isHour(Amount amount) {
      return (amount.unit() == Unit.NONE || amount.unit() == Unit.HOURS)
          && minute % 60 == 0
          && amount.value().compareTo(BigDecimal.valueOf(minute / 60)) == 0;
    }
  }

  /// A number, with what it counts.
  ///
  /// @param worded written in letters
  record Amount(BigDecimal value, Unit unit, boolean worded) implements Fact {

    public Amount {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    /// Whether it is only a word such as "two", which says nothing by itself.
    boolean isMereWord() {
      return worded && unit == Unit.NONE;
    }

    @Override
    public boolean standsIn(Collection<Fact> sources) {
      return sources.stream()
          .anyMatch(it ->
              switch (it) {
                case Amount theirs ->
                    isSame(theirs.value) && (unit == Unit.NONE || unit.fits(theirs.unit));
                case Day theirs ->
                    unit == Unit.NONE
                        && isSame(BigDecimal.valueOf(theirs.year()))
                        && theirs.year() > 0;
                case Time theirs ->
                    (unit == Unit.NONE || unit == Unit.HOURS)
                        && theirs.minute() % 60 == 0
                        && isSame(BigDecimal.valueOf(theirs.minute() / 60));
                case Link _, Email _, Phone _ -> false;
              });
    }

    private boolean isSame(BigDecimal other) {
      return value.compareTo(other) == 0;
    }
  }
}
