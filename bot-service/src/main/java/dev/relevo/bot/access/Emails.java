package dev.relevo.bot.access;

import java.util.regex.Pattern;

/// What looks like an e-mail address: something, an at sign, a name with a dot; at most 254
/// characters.
final class Emails {

  private static final Pattern SHAPE = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]{2,}");

  private Emails() {}

  static boolean valid(String email) {
    return email.length() <= 254 && SHAPE.matcher(email.strip()).matches();
  }
}
