package dev.relevo.bot.channel;

import dev.relevo.bot.channel.Webhooks.Outcome;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `/webhooks/{channelId}`: where providers call. A servlet of its own, because signatures are over
/// the bytes as they came and nothing may read or judge them before: no form, no multipart, no
/// content negotiation.
final class WebhookServlet extends HttpServlet {

  private final transient Webhooks webhooks;
  private final transient BodyBudget budget;

  WebhookServlet(Webhooks webhooks, BodyBudget budget) {
    this.webhooks = webhooks;
    this.budget = budget;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var channel = webhooks.channel(name(request));
    var answer = channel.flatMap(it -> it.confirm(query(request)));
    if (answer.isEmpty()) {
      end(response, channel, channel.isEmpty() ? Outcome.UNKNOWN_CHANNEL : Outcome.NOT_CONFIRMED);
      return;
    }
    webhooks.count(channel, Outcome.CONFIRMED);
    var body = answer.get().getBytes(StandardCharsets.UTF_8);
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType("text/plain;charset=UTF-8");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var channel = webhooks.channel(name(request));
    if (channel.isEmpty()) {
      end(response, channel, Outcome.UNKNOWN_CHANNEL);
      return;
    }
    var limit = channel.get().bodyLimit();
    if (request.getContentLengthLong() > limit) {
      end(response, channel, Outcome.TOO_LARGE);
      return;
    }
    try (var reading = budget.reading(request.getInputStream(), limit)) {
      var outcome =
          switch (reading.body()) {
            case BodyBudget.Body.Whole(var bytes) ->
                webhooks.receive(channel.get(), headers(request), bytes);
            case BodyBudget.Body.TooLarge _ -> Outcome.TOO_LARGE;
            case BodyBudget.Body.NoRoom _ -> Outcome.BUSY;
          };
      end(response, channel, outcome);
    }
  }

  private void end(
      HttpServletResponse response, Optional<WebhookChannel> channel, Outcome outcome) {
    webhooks.count(channel, outcome);
    response.setStatus(outcome.status());
    response.setContentLength(0);
    switch (outcome) {
      case BUSY -> response.setHeader("Retry-After", "2");
      // What is left of the body is not worth reading.
      case TOO_LARGE -> response.setHeader("Connection", "close");
      case ACCEPTED, UNREADABLE, CONFIRMED, FORGED, NOT_CONFIRMED, UNKNOWN_CHANNEL -> {}
    }
  }

  private static String name(HttpServletRequest request) {
    var path = request.getPathInfo();
    return path == null ? "" : path.substring(1);
  }

  private static Map<String, String> headers(HttpServletRequest request) {
    var headers = new HashMap<String, String>();
    request
        .getHeaderNames()
        .asIterator()
        .forEachRemaining(it -> headers.put(it.toLowerCase(Locale.ROOT), request.getHeader(it)));
    return headers;
  }

  private static Map<String, String> query(HttpServletRequest request) {
    var query = new HashMap<String, String>();
    request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
    return query;
  }
}
