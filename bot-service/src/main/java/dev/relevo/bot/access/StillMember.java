package dev.relevo.bot.access;

import dev.relevo.bot.database.Tenancy;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.Members;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads the signed-in member anew at every request: a deactivated one is out at once, a changed
/// role, name or language holds at once. Inside the console the database then shows the member's
/// workspace alone.
final class StillMember extends OncePerRequestFilter {

  private final Members members;

  StillMember(Members members) {
    this.members = members;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
      var now = members.find(signedIn.workspace(), signedIn.member()).filter(Member::active);
      if (now.isPresent()) {
        SecurityContextHolder.setContext(
            new SecurityContextImpl(PasswordSignIn.proven(SignedIn.as(now.get()))));
        inside(request, now.get(), chain).doFilter(request, response);
        return;
      }
      SecurityContextHolder.clearContext();
      leave(request);
    }
    chain.doFilter(request, response);
  }

  /// A link that lets somebody in may be another workspace's.
  private static FilterChain inside(HttpServletRequest request, Member member, FilterChain chain) {
    var path = request.getRequestURI().substring(request.getContextPath().length());
    return path.startsWith("/console") ? Tenancy.within(member.workspace(), chain) : chain;
  }

  private static void leave(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
