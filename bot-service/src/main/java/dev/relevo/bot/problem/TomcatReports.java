package dev.relevo.bot.problem;

import dev.relevo.crm.workspace.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// Requests that Tomcat refuses before any filter of ours sees them (an encoded slash, a broken
/// percent sequence) get an entry of the catalogue, too, where they were meant for the API.
@Component
final class TomcatReports
    implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

  @Override
  public void customize(ConfigurableTomcatWebServerFactory factory) {
    factory.addContextCustomizers(
        context -> context.getParent().getPipeline().addValve(new Report()));
  }

  private static final class Report extends ErrorReportValve {

    Report() {
      setShowReport(false);
      setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, Throwable failure) {
      var uri = request.getRequestURI();
      var isNew = response.isError() && response.getContentWritten() == 0;
      if (uri == null || !uri.startsWith("/api/") || response.getStatus() >= 500 || !isNew) {
        super.report(request, response, failure);
      } else if (response.setErrorReported()) {
        answer(response);
      }
    }

    private static void answer(Response response) {
      try {
        ProblemAnswer.write(response, new Refused(Problem.REQUEST_MALFORMED), Language.EN);
        response.finishResponse();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
