package dev.relevo.bot.api;

import dev.relevo.bot.access.MemberUnknown;
import dev.relevo.bot.access.NotAllowed;
import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.ProblemAnswer;
import dev.relevo.bot.problem.Refused;
import dev.relevo.crm.conversation.ContactGone;
import dev.relevo.crm.workspace.Language;
import dev.relevo.knowledge.draft.DraftBusy;
import dev.relevo.knowledge.embedding.EmbeddingFailed;
import dev.relevo.knowledge.retriever.ModelUnfit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Answers whatever fails under `/api` with an entry of the catalogue; also what fails before any
/// controller is found, which an advice for this room's controllers would not see.
@Component
final class Failures implements HandlerExceptionResolver, Ordered {

  private static final Logger log = LoggerFactory.getLogger(Failures.class);
  private static final Duration A_MOMENT = Duration.ofSeconds(2);

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    if (!concerns(request)) {
      return null;
    }
    try {
      ProblemAnswer.write(request, response, refused(request, response, failure), Language.EN);
      return new ModelAndView();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean concerns(HttpServletRequest request) {
    var path = request.getRequestURI().substring(request.getContextPath().length());
    return path.equals("/api") || path.startsWith("/api/");
  }

  private static Refused refused(
      HttpServletRequest request, HttpServletResponse response, Exception failure) {
    return switch (failure) {
      case Refused it -> it;
      case NoHandlerFoundException _, NoResourceFoundException _ ->
          new Refused(Problem.NO_SUCH_ADDRESS, request.getRequestURI());
      case HttpRequestMethodNotSupportedException it -> notSo(response, it);
      case HttpMediaTypeNotSupportedException it ->
          new Refused(
              Problem.MEDIA_TYPE_UNSUPPORTED,
              Objects.requireNonNullElse(request.getContentType(), ""),
              it.getSupportedMediaTypes().stream()
                  .map(Object::toString)
                  .collect(Collectors.joining(", ")));
      case MethodArgumentTypeMismatchException it ->
          new Refused(Problem.PARAMETER_REFUSED, it.getName(), "0–2147483647");
      case MissingRequestValueException _ -> new Refused(Problem.REQUEST_MALFORMED);
      default -> unforeseen(failure);
    };
  }

  private static Refused notSo(
      HttpServletResponse response, HttpRequestMethodNotSupportedException failure) {
    var allowed = failure.getSupportedHttpMethods();
    var names =
        allowed == null
            ? ""
            : allowed.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
    response.setHeader("Allow", names);
    return new Refused(Problem.METHOD_NOT_ALLOWED, failure.getMethod(), names);
  }

  /// What says of itself that the caller is at fault, else what is ours.
  private static Refused unforeseen(Exception failure) {
    if (failure instanceof ErrorResponse said && said.getStatusCode().is4xxClientError()) {
      return new Refused(Problem.REQUEST_MALFORMED);
    }
    var problem = problem(failure.getClass());
    if (problem.status().is5xxServerError()) {
      log.atError().setCause(failure).log("a request of the API failed");
    }
    var refused = new Refused(problem);
    return problem == Problem.TEMPORARILY_UNAVAILABLE ? refused.retryAfter(A_MOMENT) : refused;
  }

  /// The entry for exceptions of other rooms; one whose sentence needs nothing filled in.
  static Problem problem(Class<? extends Exception> type) {
    return Arrays.stream(Known.values())
        .filter(it -> it.type.isAssignableFrom(type))
        .findFirst()
        .map(it -> it.problem)
        .orElse(Problem.INTERNAL_ERROR);
  }

  private enum Known {
    MEMBER_UNKNOWN(MemberUnknown.class, Problem.KEY_UNKNOWN),
    NOT_ALLOWED(NotAllowed.class, Problem.REQUEST_MALFORMED),
    CONTACT_GONE(ContactGone.class, Problem.REQUEST_MALFORMED),
    UNCLEAN(RequestRejectedException.class, Problem.REQUEST_MALFORMED),
    PARTS_BROKEN(MultipartException.class, Problem.REQUEST_MALFORMED),
    EMBEDDING_FAILED(EmbeddingFailed.class, Problem.TEMPORARILY_UNAVAILABLE),
    MODEL_UNFIT(ModelUnfit.class, Problem.TEMPORARILY_UNAVAILABLE),
    DRAFT_BUSY(DraftBusy.class, Problem.TEMPORARILY_UNAVAILABLE),
    DATABASE_AWAY(DataAccessException.class, Problem.TEMPORARILY_UNAVAILABLE),
    TRANSACTION_FAILED(TransactionException.class, Problem.TEMPORARILY_UNAVAILABLE);

    private final Class<? extends Exception> type;
    private final Problem problem;

    Known(Class<? extends Exception> type, Problem problem) {
      this.type = type;
      this.problem = problem;
    }
  }
}
