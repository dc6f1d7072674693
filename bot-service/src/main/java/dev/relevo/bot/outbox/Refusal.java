package dev.relevo.bot.outbox;

import dev.relevo.crm.workspace.Language;

/// Why something is not sent, in a sentence for the agent.
enum Refusal {
  WINDOW_CLOSED(
      "Pasaron más de 24 horas desde el último mensaje del cliente: solo se puede enviar una plantilla aprobada.",
      "More than 24 hours have passed since the customer's last message: only an approved template can be sent.",
      "Passaram mais de 24 horas desde a última mensagem do cliente: só é possível enviar um modelo aprovado."),
  BLOCKED(
      "El contacto está bloqueado: desbloquéelo para escribirle.",
      "The contact is blocked: unblock them to write to them.",
      "O contato está bloqueado: desbloqueie-o para escrever."),
  ADDRESS_GONE(
      "El contacto ya no tiene esta dirección: elija otra para escribirle.",
      "The contact no longer has this address: choose another one to write to them.",
      "O contato não tem mais este endereço: escolha outro para escrever."),
  CHANNEL_GONE(
      "El canal ya no está configurado.",
      "The channel is no longer set up.",
      "O canal não está mais configurado."),
  UNCONFIRMED(
      "No se sabe si este mensaje llegó: el proveedor no lo confirmó y una persona tomó la conversación.",
      "It is not known whether this message arrived: the provider did not confirm it and a person took over.",
      "Não se sabe se esta mensagem chegou: o provedor não a confirmou e uma pessoa assumiu a conversa."),
  GAVE_UP(
      "El proveedor no aceptó el mensaje después de varios intentos: ",
      "The provider did not take the message after several tries: ",
      "O provedor não aceitou a mensagem depois de várias tentativas: ");

  private final String es;
  private final String en;
  private final String pt;

  Refusal(String es, String en, String pt) {
    this.es = es;
    this.en = en;
    this.pt = pt;
  }

  String in(Language language) {
    return switch (language) {
      case ES -> es;
      case EN -> en;
      case PT -> pt;
    };
  }
}
