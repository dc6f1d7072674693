package dev.relevo.bot.standin;

import java.util.Locale;
import java.util.regex.Pattern;

/// A small Spanish-speaking shop, by keywords: greets, tells prices and hours, offers replies to
/// tap, asks for an order's number in a form, tags, fills fields, calls a person, says goodbye.
public final class SampleAgent implements DialogflowScript {

  private static final String ORDER = "Pedido";
  private static final Pattern NUMBER = Pattern.compile("\\d{4,8}");

  @Override
  public DialogflowAnswer answer(DialogflowCall call, Standing standing) {
    if (!call.event().isEmpty()) {
      return event(call.event());
    }
    return standing.page().equals(ORDER) ? order(call.text()) : said(call.text());
  }

  private static DialogflowAnswer event(String event) {
    if (event.equals("WELCOME")) {
      return DialogflowAnswer.event()
          .says("¡Hola! Soy el agente de la tienda.")
          .quickReplies("Precios", "Horario", "Mi pedido");
    }
    if (event.startsWith("REF_")) {
      return DialogflowAnswer.event()
          .says("Gracias por venir desde " + event.substring(4).toLowerCase(Locale.ROOT) + ".")
          .sets("RB_ADDTAGS", "ref_" + event.substring(4).toLowerCase(Locale.ROOT));
    }
    return DialogflowAnswer.event().says("Recibido.");
  }

  private static DialogflowAnswer said(String text) {
    var words = Reading.words(text);
    if (words.contains("precio") || words.contains("precios")) {
      return DialogflowAnswer.intent("precios")
          .says("El plan Inicio cuesta USD 29.", "El plan Equipo cuesta USD 79.")
          .says("¿Desea saber algo más?")
          .quickReplies("Horario", "Hablar con una persona");
    }
    if (words.contains("horario")) {
      return DialogflowAnswer.intent("horario").says("De lunes a viernes, de 08:30 a 18:00.");
    }
    if (words.contains("pedido")) {
      return DialogflowAnswer.intent("pedido").says("¿Cuál es el número?").goesTo(ORDER);
    }
    return does(words.contains("vip"), words.contains("correo"), text);
  }

  private static DialogflowAnswer does(boolean vip, boolean mail, String text) {
    if (vip) {
      return DialogflowAnswer.intent("vip")
          .says("Queda anotado.")
          .sets("RB_ADDTAGS", "vip, cliente_nuevo")
          .sets("RB_CF_ciudad", "Quito")
          .payload(
              """
              {"crm":{"actions":[{"type":"add_tags","tags":["frecuente"]},\
              {"type":"comment","text":"Pidió ser VIP"}]}}\
              """);
    }
    if (mail) {
      return DialogflowAnswer.intent("correo")
          .says("Gracias.")
          .sets("RB_EMAIL", text.replaceFirst("(?s).*?(\\S+@\\S+).*", "$1"));
    }
    return leaves(text.toLowerCase(Locale.ROOT));
  }

  private static DialogflowAnswer leaves(String text) {
    if (text.contains("persona")) {
      return DialogflowAnswer.intent("persona")
          .says("Le paso con una persona.")
          .handsOff("{\"queue\":\"Ventas\",\"reason\":\"pidió una persona\"}");
    }
    if (text.contains("adiós")) {
      return DialogflowAnswer.intent("despedida").says("¡Hasta pronto!").ends();
    }
    return DialogflowAnswer.noMatch().says("No le entendí. ¿Puede decirlo de otra forma?");
  }

  private static DialogflowAnswer order(String text) {
    var number = NUMBER.matcher(text);
    return number.find()
        ? DialogflowAnswer.filled()
            .sets("pedido", number.group())
            .says("El pedido " + number.group() + " está en camino.")
        : DialogflowAnswer.noMatch().says("El número tiene de 4 a 8 cifras.").goesTo(ORDER);
  }
}
