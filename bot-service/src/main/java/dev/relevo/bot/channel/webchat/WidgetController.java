package dev.relevo.bot.channel.webchat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/// Hands out the widget's script. Every page of every shop asks for it, so browsers keep it and ask
/// again cheaply.
@RestController
final class WidgetController {

  private static final CacheControl CACHE =
      CacheControl.maxAge(Duration.ofMinutes(5))
          .cachePublic()
          .staleWhileRevalidate(Duration.ofDays(1));

  private final Widget widget = new Widget();

  @GetMapping("/webchat/widget.js")
  void script(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("Cache-Control", CACHE.getHeaderValue());
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    response.addHeader("Vary", "Accept-Encoding");
    if (new ServletWebRequest(request, response).checkNotModified(widget.tag())) {
      return;
    }
    response.setContentType("text/javascript;charset=UTF-8");
    var accepted = request.getHeader("Accept-Encoding");
    var zipped = accepted != null && accepted.contains("gzip");
    if (zipped) {
      response.setHeader("Content-Encoding", "gzip");
    }
    var bytes = zipped ? widget.zipped() : widget.plain();
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
