package dev.relevo.bot.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInController {

  @GetMapping("/sign-in")
  String page(
      @AuthenticationPrincipal @Nullable SignedIn signedIn,
      @RequestParam Optional<String> wrong,
      @RequestParam Optional<Long> wait,
      @RequestParam Optional<String> out,
      Model model) {
    if (signedIn != null) {
      return "redirect:/console/inbox";
    }
    model.addAttribute("wrong", wrong.isPresent());
    model.addAttribute("minutes", wait.filter(it -> it > 90).map(it -> (it + 59) / 60).orElse(0L));
    model.addAttribute("seconds", wait.filter(it -> it <= 90).orElse(0L));
    model.addAttribute("out", out.isPresent());
    return "console/access/sign-in";
  }
}
