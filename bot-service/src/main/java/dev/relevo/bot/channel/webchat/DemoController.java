package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.channel.Channel;
import dev.relevo.bot.channel.Channels;
import dev.relevo.bot.problem.ProblemAnswer;
import dev.relevo.bot.setting.PublicUrl;
import dev.relevo.crm.workspace.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page at `/`: a business that does not exist, with the web chat open.
@Controller
final class DemoController {

  private final Channels channels;
  private final PublicUrl publicUrl;

  DemoController(Channels channels, PublicUrl publicUrl) {
    this.channels = channels;
    this.publicUrl = publicUrl;
  }

  @GetMapping("/")
  String page(@RequestParam Optional<String> lang, HttpServletRequest request, Model model) {
    var accepted = ProblemAnswer.accepted(request);
    var language = lang.flatMap(Language::of).or(() -> accepted).orElse(Language.ES);
    model.addAttribute("w", Words.of("demo", language));
    model.addAttribute("language", language.code());
    model.addAttribute("languages", List.of("es", "en", "pt"));
    model.addAttribute("widget", publicUrl.at("/webchat/widget.js").toString());
    // The settings' first web chat; without one the page says so.
    channels.all().stream()
        .filter(WebChatChannel.class::isInstance)
        .map(Channel::id)
        .findFirst()
        .ifPresent(it -> model.addAttribute("channel", it.value()));
    return "webchat/demo";
  }

  /// Browsers ask for it on their own; there is none.
  @GetMapping("/favicon.ico")
  ResponseEntity<Void> noIcon() {
    return ResponseEntity.noContent()
        .cacheControl(CacheControl.maxAge(java.time.Duration.ofDays(1)))
        .build();
  }
}
