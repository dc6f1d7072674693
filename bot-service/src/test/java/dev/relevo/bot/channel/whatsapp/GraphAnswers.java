package dev.relevo.bot.channel.whatsapp;

import static dev.relevo.bot.channel.whatsapp.WireJson.quote;

import dev.relevo.bot.channel.whatsapp.GraphStandIn.Answer;
import dev.relevo.bot.channel.whatsapp.GraphStandIn.Sent;

/// The stand-in's answers, as Meta writes them.
final class GraphAnswers {

  private GraphAnswers() {}

  /// As Meta says that it took a message.
  static String taken(Sent sent) {
    var phone = sent.to().startsWith("+");
    return "{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"input\":%s,%s:%s}],\"messages\":[{\"id\":%s}]}"
        .formatted(
            quote(sent.to()),
            quote(phone ? "wa_id" : "user_id"),
            quote(phone ? sent.to().substring(1) : sent.to()),
            quote(sent.wamid()));
  }

  /// As Meta says that it did not.
  static String refused(Answer.Refuse refuse) {
    return """
    {"error":{"message":"(#%d) Refused","type":"OAuthException","code":%d,"error_data":\
    {"messaging_product":"whatsapp","details":%s},"fbtrace_id":"AStandIn"}}\
    """
        .formatted(refuse.code(), refuse.code(), quote(refuse.details()));
  }
}
