package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.pace.RemoteAddress;
import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Reads the visitor's token for the methods that ask for a [Visiting].
final class VisitingArgument implements HandlerMethodArgumentResolver {

  static final String LANGUAGE = "relevo.webchat.language";

  private final VisitorKeys keys;

  VisitingArgument(VisitorKeys keys) {
    this.keys = keys;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Visiting.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    var request = web.getNativeRequest(HttpServletRequest.class);
    if (request == null
        || !(request.getAttribute(OriginGate.CHANNEL) instanceof WebChatChannel channel)) {
      throw new Refused(Problem.CHANNEL_UNKNOWN);
    }
    return switch (keys.read(token(request), channel.id())) {
      case VisitorKeys.Reading.Good good -> {
        request.setAttribute(LANGUAGE, good.language());
        yield new Visiting(
            channel, good.visitor(), good.language(), RemoteAddress.of(request), good.expires());
      }
      case VisitorKeys.Reading.Expired _ -> throw new Refused(Problem.TOKEN_EXPIRED);
      case VisitorKeys.Reading.Forged _ -> throw new Refused(Problem.TOKEN_INVALID);
    };
  }

  private static String token(HttpServletRequest request) {
    var header = request.getHeader("Authorization");
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
      throw new Refused(Problem.TOKEN_MISSING);
    }
    return header.substring("bearer ".length()).strip();
  }
}
