package dev.relevo.bot.console;

import dev.relevo.bot.access.Door;
import dev.relevo.crm.team.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Addresses of the console that lead nowhere get the console's own page.
@Controller
@Door(Role.AGENT)
class NoSuchPage {

  @GetMapping("/console/**")
  String nowhere() {
    throw new NotHere("no such page");
  }
}
