package dev.relevo.bot.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/// Forms with files are taken from members only. Whoever is not signed in is sent to the sign-in
/// before anything of the form is read: looking for its token would write all its files to the
/// disk.
final class FilesFromMembers extends OncePerRequestFilter {

  private final AuthenticationEntryPoint signIn;

  FilesFromMembers(AuthenticationEntryPoint signIn) {
    this.signIn = signIn;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (hasFiles(request) && SecurityContextHolder.getContext().getAuthentication() == null) {
      signIn.commence(
          request, response, new InsufficientAuthenticationException("a form with files"));
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean hasFiles(HttpServletRequest request) {
    return StringUtils.startsWithIgnoreCase(
        request.getContentType(), MediaType.MULTIPART_FORM_DATA_VALUE);
  }
}
