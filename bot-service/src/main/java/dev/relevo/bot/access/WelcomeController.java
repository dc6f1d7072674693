package dev.relevo.bot.access;

import dev.relevo.crm.team.EmailTaken;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.workspace.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page behind a link that lets somebody in. Looking at it uses nothing up (mail programs look
/// at links too); sending the form does.
@Controller
class WelcomeController {

  private static final String PAGE = "console/access/welcome";

  private final Newcomers newcomers;
  private final SecurityContextRepository contexts;

  WelcomeController(Newcomers newcomers, SecurityContextRepository contexts) {
    this.newcomers = newcomers;
    this.contexts = contexts;
  }

  /// What was filled in.
  record Form(String name, String email, String password) {

    static final Form EMPTY = new Form("", "", "");

    Optional<String> objection(boolean newcomer) {
      if (newcomer && (name.isBlank() || name.length() > 100)) {
        return Optional.of("access.name.missing");
      }
      if (newcomer && !Emails.valid(email)) {
        return Optional.of("access.email.invalid");
      }
      return Passwords.objection(password, email);
    }
  }

  @GetMapping("/welcome/{token}")
  String look(@PathVariable String token, Model model, HttpServletResponse response) {
    return newcomers
        .link(token)
        .map(link -> show(model, link, Form.EMPTY, Optional.empty()))
        .orElseGet(() -> gone(response));
  }

  @PostMapping("/welcome/{token}")
  String enter(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    var link = newcomers.link(token);
    if (link.isEmpty()) {
      return gone(response);
    }
    var form = new Form(name.strip(), email.strip(), password);
    var newcomer = link.get().kind() != EntryLink.Kind.RESET;
    var objection = form.objection(newcomer);
    if (objection.isPresent()) {
      return refuse(model, link.get(), form, objection.get(), response);
    }
    try {
      var member = admit(link.get(), token, form, locale);
      member.ifPresent(it -> signIn(it, request, response));
      return member.isPresent() ? "redirect:/console/inbox" : gone(response);
    } catch (EmailTaken e) {
      return refuse(model, link.get(), form, "access.email.taken", response);
    }
  }

  private Optional<Member> admit(EntryLink link, String token, Form form, Locale locale) {
    var hash = newcomers.hash(form.password());
    var language = Language.of(locale.toLanguageTag()).orElse(Language.ES);
    return link.kind() == EntryLink.Kind.RESET
        ? newcomers.reset(link, token, hash)
        : newcomers.join(link, token, form.email(), form.name(), hash, language);
  }

  private void signIn(Member member, HttpServletRequest request, HttpServletResponse response) {
    request.getSession(true);
    request.changeSessionId();
    var context = new SecurityContextImpl(PasswordSignIn.proven(SignedIn.as(member)));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  private String refuse(
      Model model, EntryLink link, Form form, String objection, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(model, link, form, Optional.of(objection));
  }

  private String show(Model model, EntryLink link, Form form, Optional<String> objection) {
    model.addAttribute("kind", link.kind().name());
    model.addAttribute("role", link.role().name());
    model.addAttribute("name", form.name());
    model.addAttribute("email", newcomers.member(link).map(Member::email).orElse(form.email()));
    model.addAttribute("objection", objection.orElse(""));
    return PAGE;
  }

  private static String gone(HttpServletResponse response) {
    response.setStatus(HttpStatus.GONE.value());
    return "console/access/gone";
  }
}
