package dev.relevo.bot.console;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.Contacts;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/// Gives a controller the contact its path names, `/console/…/{contact}/…`, found in the member's
/// own workspace and nowhere else. No controller reads a contact's number by itself.
final class ContactInPath implements HandlerMethodArgumentResolver {

  private final Contacts contacts;

  ContactInPath(Contacts contacts) {
    this.contacts = contacts;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Contact.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer view,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn me)) {
      throw new NotHere("nobody is signed in");
    }
    return contacts
        .find(me.workspace(), new ContactId(number(request)))
        .orElseThrow(() -> new NotHere("no such contact here"));
  }

  private static long number(NativeWebRequest request) {
    var variables =
        request.getAttribute(
            HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    if (variables instanceof Map<?, ?> map
        && map.get("contact") instanceof String text
        && text.matches("[1-9][0-9]{0,17}")) {
      return Long.parseLong(text);
    }
    throw new NotHere("no contact is named");
  }
}
