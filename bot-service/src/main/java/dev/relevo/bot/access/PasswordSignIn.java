package dev.relevo.bot.access;

import dev.relevo.bot.audit.Act;
import dev.relevo.bot.audit.Actor;
import dev.relevo.bot.audit.Audit;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.Members;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/// Sign-in by e-mail and password, throttled.
final class PasswordSignIn implements AuthenticationProvider {

  private final Members members;
  private final Credentials credentials;
  private final Passwords passwords;
  private final Throttle throttle;
  private final Audit audit;

  PasswordSignIn(
      Members members,
      Credentials credentials,
      Passwords passwords,
      Throttle throttle,
      Audit audit) {
    this.members = members;
    this.credentials = credentials;
    this.passwords = passwords;
    this.throttle = throttle;
    this.audit = audit;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    var email = asked.getName().strip();
    throttle
        .enter(email, address(asked.getDetails()))
        .ifPresent(wait -> {
          throw new TooManyTries(wait);
        });
    var member = email.isEmpty() ? Optional.<Member>empty() : members.byEmail(email);
    var hash = member.flatMap(it -> credentials.hash(it.id()));
    if (!passwords.matches(String.valueOf(asked.getCredentials()), hash) || member.isEmpty()) {
      member.ifPresent(this::refused);
      throw new BadCredentialsException("wrong e-mail or password");
    }
    throttle.succeeded(email);
    audit.note(
        member.get().workspace(), new Actor.Person(member.get().id()), Act.SIGNED_IN, Map.of());
    return proven(SignedIn.as(member.get()));
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }

  private void refused(Member member) {
    audit.note(
        member.workspace(),
        new Actor.Nobody(),
        Act.SIGN_IN_REFUSED,
        Map.of("member", Long.toString(member.id().value())));
  }

  static Authentication proven(SignedIn who) {
    var authorities = AuthorityUtils.createAuthorityList("ROLE_" + who.role().name());
    return UsernamePasswordAuthenticationToken.authenticated(who, null, authorities);
  }

  private static String address(@Nullable Object details) {
    return details instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
  }
}
