package dev.relevo.bot.turn;

import dev.relevo.crm.conversation.Content;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Words by which a customer asks not to be written to, and to be written to again. The whole
/// message must be one of them: inside a sentence they mean something else.
final class Subscription {

  private static final Set<String> STOP =
      Set.of(
          "stop",
          "baja",
          "darme de baja",
          "dar de baja",
          "dame de baja",
          "cancelar suscripcion",
          "salir",
          "parar",
          "unsubscribe",
          "no molestar",
          "cancelar inscricao",
          "sair",
          "descadastrar",
          "stopall",
          "opt out");

  private static final Set<String> START =
      Set.of(
          "start",
          "alta",
          "unstop",
          "darme de alta",
          "dar de alta",
          "suscribir",
          "suscribirme",
          "subscribe",
          "reactivar",
          "iniciar",
          "comecar",
          "assinar",
          "inscrever",
          "opt in");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern AROUND = Pattern.compile("^[\\p{P}\\s]+|[\\p{P}\\s]+$");

  private Subscription() {}

  /// What the customer asks for: true to be written to again, false no longer; empty for neither.
  /// Words of return count only for those who had left, to others they are ordinary words.
  static Optional<Boolean> asked(Content content, boolean subscribed) {
    if (!(content instanceof Content.Text(var body)) || body.length() > 60) {
      return Optional.empty();
    }
    var apart = Normalizer.normalize(body, Normalizer.Form.NFD);
    var plain = MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    var word = BLANKS.matcher(AROUND.matcher(plain).replaceAll("")).replaceAll(" ");
    if (STOP.contains(word)) {
      return Optional.of(false);
    }
    return !subscribed && START.contains(word) ? Optional.of(true) : Optional.empty();
  }
}
