package dev.relevo.bot.console;

import dev.relevo.bot.access.MemberUnknown;
import dev.relevo.bot.access.NotAllowed;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.crm.handoff.Handoffs;
import dev.relevo.crm.handoff.Inbox;
import dev.relevo.crm.team.Members;
import dev.relevo.knowledge.draft.DraftBusy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContext;

/// What every page of the console knows (who looks at it, what waits), and its pages for what went
/// wrong.
@ControllerAdvice("dev.relevo.bot.console")
class ConsoleAdvice {

  private static final Logger log = LoggerFactory.getLogger(ConsoleAdvice.class);

  private final Members members;
  private final Inbox inbox;
  private final Handoffs handoffs;

  ConsoleAdvice(Members members, Inbox inbox, Handoffs handoffs) {
    this.members = members;
    this.inbox = inbox;
    this.handoffs = handoffs;
  }

  @ModelAttribute
  void everyPage(@AuthenticationPrincipal @Nullable SignedIn me, Model model) {
    if (me == null) {
      return;
    }
    model.addAttribute("me", me);
    model.addAttribute("role", me.role().name());
    model.addAttribute("manages", me.may(dev.relevo.crm.team.Role.MANAGER));
    model.addAttribute("owns", me.may(dev.relevo.crm.team.Role.OWNER));
    model.addAttribute("request", UUID.randomUUID().toString());
    model.addAttribute("frame", new Frame(me, members, inbox, handoffs));
  }

  @ExceptionHandler({NotHere.class, MemberUnknown.class})
  ModelAndView notHere(HttpServletRequest request) {
    return page(request, 404);
  }

  @ExceptionHandler({AccessDeniedException.class, NotAllowed.class})
  ModelAndView notAllowed(HttpServletRequest request) {
    return page(request, 403);
  }

  /// The browser went away; there is nobody to tell.
  @ExceptionHandler(AsyncRequestNotUsableException.class)
  void gone(HttpServletResponse response) {
    response.setStatus(499);
  }

  @ExceptionHandler(org.springframework.web.servlet.resource.NoResourceFoundException.class)
  ModelAndView noPage(HttpServletRequest request) {
    return page(request, 404);
  }

  @ExceptionHandler(MaxUploadSizeExceededException.class)
  ModelAndView tooLarge(HttpServletRequest request) {
    return page(request, 413);
  }

  /// Somebody else's work on the draft takes long; the page stays as it is and says so.
  @ExceptionHandler(DraftBusy.class)
  ModelAndView busy(HttpServletRequest request, HttpServletResponse response) {
    if (request.getHeader("HX-Request") == null) {
      return page(request, 503);
    }
    var sentence = new RequestContext(request).getMessage("problem.503.next");
    Toast.refused(sentence).with(response);
    var view = new ModelAndView("console/matrix/written :: refused");
    view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    view.addObject("sentence", sentence);
    return view;
  }

  @ExceptionHandler({
    NotUnderstood.class,
    MultipartException.class,
    MethodArgumentTypeMismatchException.class,
    ServletRequestBindingException.class,
    MissingServletRequestPartException.class,
  })
  ModelAndView notUnderstood(HttpServletRequest request) {
    return page(request, 400);
  }

  private static ModelAndView page(HttpServletRequest request, int status) {
    log.atDebug().addKeyValue("status", status).log("a page of the console was refused");
    var view = new ModelAndView("console/problem");
    view.setStatus(org.springframework.http.HttpStatusCode.valueOf(status));
    view.addObject("status", status);
    view.addObject("part", request.getHeader("HX-Request") != null);
    return view;
  }
}
