package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.channel.Channels;
import dev.relevo.bot.database.Tenancy;
import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import dev.relevo.bot.setting.PublicUrl;
import dev.relevo.crm.contact.ChannelId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Before anything else of the protocol: is there such a channel, and may the page that asks talk
/// to it? A page that may is told so in the words of CORS, and exactly that page; no cookies are
/// ever involved. The database then shows the channel's workspace alone.
@Component
final class OriginGate extends OncePerRequestFilter {

  static final String PATH = "/webchat/v1/";
  static final String CHANNEL = "relevo.webchat.channel";

  private final Channels channels;
  private final Origins origins;

  OriginGate(Channels channels, PublicUrl publicUrl) {
    this.channels = channels;
    this.origins = new Origins(publicUrl);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !path(request).startsWith(PATH);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.addHeader("Vary", "Origin");
    var channel = channel(request);
    var origin = request.getHeader("Origin");
    if (channel.isEmpty()) {
      refuse(request, response, Problem.CHANNEL_UNKNOWN);
    } else if (origin != null && !origins.allows(channel.get(), origin, request)) {
      refuse(request, response, Problem.ORIGIN_NOT_ALLOWED);
    } else {
      request.setAttribute(CHANNEL, channel.get());
      if (origin != null) {
        permit(response, origin);
      }
      if ("OPTIONS".equals(request.getMethod())) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      } else {
        Tenancy.within(channel.get().workspace(), chain).doFilter(request, response);
      }
    }
  }

  private static void permit(HttpServletResponse response, String origin) {
    response.setHeader("Access-Control-Allow-Origin", origin);
    response.setHeader("Access-Control-Allow-Methods", "GET, POST");
    response.setHeader("Access-Control-Allow-Headers", "authorization, content-type, x-file-name");
    response.setHeader("Access-Control-Expose-Headers", "retry-after");
    response.setHeader("Access-Control-Max-Age", "3600");
  }

  private Optional<WebChatChannel> channel(HttpServletRequest request) {
    var rest = path(request).substring(PATH.length());
    var name = rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest;
    return ChannelNames.read(name)
        .flatMap(channels::find)
        .filter(WebChatChannel.class::isInstance)
        .map(WebChatChannel.class::cast);
  }

  private static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    Problems.write(request, response, new Refused(problem));
  }

  /// Names of channels in addresses.
  private static final class ChannelNames {
    static Optional<ChannelId> read(String name) {
      try {
        return Optional.of(new ChannelId(name));
      } catch (IllegalArgumentException notAName) {
        return Optional.empty();
      }
    }
  }
}
