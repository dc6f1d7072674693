package dev.relevo.bot.channel.whatsapp;

import dev.relevo.crm.workspace.Language;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What Meta's error codes mean for what we send, and the sentence an agent reads. Codes decide,
/// never HTTP statuses or titles, which contradict each other and change.
///
/// Source: the error pages of the Cloud API and of those who build on it, merged in 2026.
enum Fault {
  UNAVAILABLE(
      Remedy.RETRY,
      "WhatsApp no está disponible por el momento.",
      "WhatsApp is not available for the moment.",
      "O WhatsApp não está disponível no momento.",
      2,
      131000,
      131016,
      133004),
  UNEXPLAINED(
      Remedy.RETRY_ONCE,
      "WhatsApp falló sin decir por qué.",
      "WhatsApp failed without saying why.",
      "O WhatsApp falhou sem dizer por quê.",
      1),
  FILE(
      Remedy.RETRY_ONCE,
      "WhatsApp no pudo tomar el archivo.",
      "WhatsApp could not take the file.",
      "O WhatsApp não conseguiu receber o arquivo.",
      131052,
      131053),
  CUSTOMER_FLOODED(
      Remedy.SPARE_CUSTOMER,
      "Demasiados mensajes a este cliente en poco tiempo.",
      "Too many messages to this customer in a short time.",
      "Mensagens demais para este cliente em pouco tempo.",
      131056),
  NUMBER_FLOODED(
      Remedy.SPARE_CHANNEL,
      "El número envía más de lo que WhatsApp permite.",
      "The number sends more than WhatsApp allows.",
      "O número envia mais do que o WhatsApp permite.",
      4,
      80007,
      130429),
  MAINTENANCE(
      Remedy.SPARE_CHANNEL,
      "La cuenta de WhatsApp está en mantenimiento.",
      "The WhatsApp account is in maintenance.",
      "A conta do WhatsApp está em manutenção.",
      131057),
  WINDOW_CLOSED(
      Remedy.REFUSE,
      "Pasaron más de 24 horas desde el último mensaje del cliente: solo se puede enviar una plantilla aprobada.",
      "More than 24 hours have passed since the customer's last message: only an approved template can be sent.",
      "Passaram mais de 24 horas desde a última mensagem do cliente: só é possível enviar um modelo aprovado.",
      470,
      131047),
  SPAM(
      Remedy.REFUSE,
      "WhatsApp sospecha que el número envía mensajes no deseados.",
      "WhatsApp suspects the number of spam.",
      "O WhatsApp suspeita que o número envia spam.",
      131048),
  MARKETING_CAP(
      Remedy.REFUSE,
      "WhatsApp lo retuvo: este cliente recibe mucha publicidad. Inténtelo mañana.",
      "WhatsApp held it back: this customer gets many marketing messages. Try again tomorrow.",
      "O WhatsApp reteve a mensagem: este cliente recebe muita publicidade. Tente amanhã.",
      131049),
  MARKETING_UNWANTED(
      Remedy.REFUSE,
      "El cliente no desea recibir publicidad.",
      "The customer does not want marketing messages.",
      "O cliente não quer receber publicidade.",
      131050),
  EXPERIMENT(
      Remedy.REFUSE,
      "WhatsApp excluye a este cliente por un experimento.",
      "WhatsApp keeps this customer out for an experiment.",
      "O WhatsApp exclui este cliente por um experimento.",
      130472),
  UNDELIVERABLE(
      Remedy.REFUSE,
      "No se puede entregar: el número no tiene WhatsApp, tiene una versión antigua o bloqueó a la empresa.",
      "It cannot be delivered: the number has no WhatsApp, an old one, or has blocked the business.",
      "Não é possível entregar: o número não tem WhatsApp, tem uma versão antiga ou bloqueou a empresa.",
      131026),
  TO_ITSELF(
      Remedy.REFUSE,
      "La empresa no puede escribirse a sí misma.",
      "The business cannot write to itself.",
      "A empresa não pode escrever para si mesma.",
      131021),
  NOT_ON_TEST_LIST(
      Remedy.REFUSE,
      "Un número de prueba solo escribe a los números de su lista; agregue este en Meta.",
      "A test number may write only to numbers on its list; add this one at Meta.",
      "Um número de teste só escreve para os números da sua lista; adicione este na Meta.",
      131030),
  UNKNOWN_KIND(
      Remedy.REFUSE,
      "WhatsApp no conoce este tipo de mensaje.",
      "WhatsApp does not know this kind of message.",
      "O WhatsApp não conhece este tipo de mensagem.",
      131051),
  INVALID(
      Remedy.REFUSE,
      "WhatsApp encontró en el mensaje un valor que no acepta.",
      "WhatsApp found a value in it that it does not accept.",
      "O WhatsApp encontrou na mensagem um valor que não aceita.",
      33,
      100,
      131008,
      131009),
  TEMPLATE_MISMATCH(
      Remedy.REFUSE,
      "La plantilla y sus datos no coinciden.",
      "The template and what was filled in do not fit each other.",
      "O modelo e os seus dados não combinam.",
      132000,
      132012),
  TEMPLATE_MISSING(
      Remedy.REFUSE,
      "La plantilla no existe en este idioma.",
      "The template does not exist in this language.",
      "O modelo não existe neste idioma.",
      132001),
  TEMPLATE_TOO_LONG(
      Remedy.REFUSE,
      "La plantilla con sus datos es demasiado larga.",
      "The filled-in template is too long.",
      "O modelo preenchido é longo demais.",
      132005),
  TEMPLATE_AGAINST_RULES(
      Remedy.REFUSE,
      "La plantilla incumple una regla de WhatsApp.",
      "The template breaks one of WhatsApp's rules.",
      "O modelo viola uma regra do WhatsApp.",
      132007),
  TEMPLATE_STOPPED(
      Remedy.REFUSE,
      "WhatsApp pausó o desactivó la plantilla.",
      "WhatsApp has paused or disabled the template.",
      "O WhatsApp pausou ou desativou o modelo.",
      132015,
      132016),
  FORM(
      Remedy.REFUSE,
      "WhatsApp bloqueó o frenó el formulario.",
      "WhatsApp has blocked or slowed the form.",
      "O WhatsApp bloqueou ou limitou o formulário.",
      132068,
      132069),
  REFUSED(
      Remedy.REFUSE,
      "WhatsApp no pudo enviarlo.",
      "WhatsApp could not send it.",
      "O WhatsApp não conseguiu enviar.",
      135000),
  TOKEN(
      Remedy.PAUSE,
      "El token de acceso es incorrecto o venció.",
      "The access token is wrong or has expired.",
      "O token de acesso está errado ou expirou.",
      0,
      190),
  PERMISSION(
      Remedy.PAUSE,
      "Al token de acceso le falta un permiso.",
      "The access token lacks a permission.",
      "Falta uma permissão ao token de acesso.",
      3,
      10,
      131005),
  LOCKED(
      Remedy.PAUSE,
      "Meta bloqueó la cuenta.",
      "Meta has locked the account.",
      "A Meta bloqueou a conta.",
      368,
      131031),
  UNPAID(
      Remedy.PAUSE,
      "Meta no puede cobrar a la cuenta.",
      "Meta cannot charge the account.",
      "A Meta não consegue cobrar a conta.",
      131042),
  UNREGISTERED(
      Remedy.PAUSE,
      "El número no está registrado en WhatsApp.",
      "The number is not registered at WhatsApp.",
      "O número não está registrado no WhatsApp.",
      131045,
      133010),
  REGISTERED_TOO_OFTEN(
      Remedy.PAUSE,
      "El número se registró demasiadas veces; espere tres días.",
      "The number was registered too often; wait three days.",
      "O número foi registrado vezes demais; espere três dias.",
      133016),
  // From here on what we know before Meta does.
  NO_ADDRESS(
      Remedy.REFUSE,
      "El contacto no tiene número ni identificador de WhatsApp.",
      "The contact has no WhatsApp number or user id.",
      "O contato não tem número nem identificador do WhatsApp."),
  IN_PART(
      Remedy.REFUSE,
      "Solo se envió una parte del mensaje.",
      "Only a part of the message was sent.",
      "Só uma parte da mensagem foi enviada."),
  CANNOT_BE_SENT(
      Remedy.REFUSE,
      "WhatsApp no puede enviar este tipo de mensaje.",
      "WhatsApp cannot send this kind of message.",
      "O WhatsApp não pode enviar este tipo de mensagem."),
  STICKER(
      Remedy.REFUSE,
      "Los stickers se reciben, pero no se envían.",
      "Stickers can be received, but not sent.",
      "Figurinhas são recebidas, mas não enviadas."),
  NOTHING_IN_IT(
      Remedy.REFUSE,
      "El mensaje está vacío.",
      "There is nothing in the message.",
      "A mensagem está vazia.");

  /// What to do.
  enum Remedy {
    /// This message may go later.
    RETRY,
    /// May go later, but is not tried a third time.
    RETRY_ONCE,
    /// This customer gets too many: 4^X seconds.
    SPARE_CUSTOMER,
    /// The number sends too much, or is away for a minute.
    SPARE_CHANNEL,
    /// Never as it is.
    REFUSE,
    /// Nothing will go until a person mends the account.
    PAUSE
  }

  private static final Map<Integer, Fault> BY_CODE = byCode();

  private final Remedy remedy;
  private final String es;
  private final String en;
  private final String pt;

  /// Written once, read once.
  @SuppressWarnings("ImmutableEnumChecker")
  private final int[] codes;

  Fault(Remedy remedy, String es, String en, String pt, int... codes) {
    this.remedy = remedy;
    this.es = es;
    this.en = en;
    this.pt = pt;
    this.codes = codes;
  }

  /// Empty for a code nobody has told us of.
  static Optional<Fault> of(int code) {
    // A range of its own in Meta's table.
    return code >= 200 && code <= 299
        ? Optional.of(PERMISSION)
        : Optional.ofNullable(BY_CODE.get(code));
  }

  /// The sentence for a code; Meta's own details when we do not know it.
  static String sentence(String code, String details, Language language) {
    var number = code.matches("[0-9]{1,9}") ? Integer.parseInt(code) : -1;
    return of(number)
        .map(it -> it.in(language))
        .orElseGet(() -> details.isBlank() ? REFUSED.in(language) : details);
  }

  Remedy remedy() {
    return remedy;
  }

  String in(Language language) {
    return switch (language) {
      case ES -> es;
      case EN -> en;
      case PT -> pt;
    };
  }

  private static Map<Integer, Fault> byCode() {
    var faults = new HashMap<Integer, Fault>();
    for (var fault : values()) {
      for (var code : fault.codes) {
        faults.put(code, fault);
      }
    }
    return Map.copyOf(faults);
  }
}
