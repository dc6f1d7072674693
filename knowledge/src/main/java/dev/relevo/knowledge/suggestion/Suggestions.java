package dev.relevo.knowledge.suggestion;

import dev.relevo.knowledge.fetch.Fetched;
import dev.relevo.knowledge.fetch.Fetcher;
import dev.relevo.knowledge.fetch.Validators;
import dev.relevo.knowledge.fetch.WebAddress;
import dev.relevo.knowledge.sentence.Sentence;
import java.util.Locale;
import java.util.Set;

/// Makes rows of what a business has elsewhere: an agent export of Dialogflow ES or CX (ZIP), or a
/// page of frequent questions, as a file or at an address. Changes nothing.
public final class Suggestions {

  /// The most bytes of a file.
  public static final int LARGEST_FILE = 10 * 1024 * 1024;

  private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");

  private final Fetcher fetcher;

  public Suggestions(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /// Rows of a file; what kind it is, is seen from its content.
  ///
  /// @param language of rows whose source names none
  public Suggested fromFile(byte[] file, Locale language) {
    if (file.length > LARGEST_FILE) {
      return new Suggested.Refused(Sentence.of("suggestion.large", LARGEST_FILE / (1024 * 1024)));
    }
    var gathering = new Gathering();
    try {
      if (file.length > 1 && file[0] == 'P' && file[1] == 'K') {
        agent(AgentExport.of(file), gathering);
      } else if (isText(file)) {
        FaqPage.read(file, "", language, gathering);
      } else {
        return new Suggested.Refused(Sentence.of("suggestion.type"));
      }
    } catch (NotTaken not) {
      return new Suggested.Refused(not.why());
    }
    return gathering.suggested();
  }

  /// Rows of a page of frequent questions; takes as long as fetching it takes.
  ///
  /// @param address as somebody entered it
  public Suggested fromPage(String address, Locale language) {
    return switch (WebAddress.of(address)) {
      case WebAddress.Wrong(var why) -> new Suggested.Refused(why);
      case WebAddress.Sound(var uri) ->
          switch (fetcher.fetch(uri, Validators.NONE, HTML)) {
            case Fetched.Refused(_, var why) -> new Suggested.Refused(why);
            case Fetched.Unchanged() -> new Suggested.Refused(Sentence.of("suggestion.nothing"));
            case Fetched.Content content -> {
              var gathering = new Gathering();
              FaqPage.read(content.bytes(), content.charset(), language, gathering);
              yield gathering.suggested();
            }
          };
    };
  }

  private static void agent(AgentExport export, Gathering gathering) throws NotTaken {
    if (export.isOfCx()) {
      new DialogflowCx(export, gathering).read();
    } else if (export.isOfEs()) {
      new DialogflowEs(export, gathering).read();
    } else {
      throw new NotTaken(Sentence.of("suggestion.no-agent"));
    }
  }

  private static boolean isText(byte[] file) {
    for (int at = 0; at < Math.min(file.length, 4_096); at++) {
      if (file[at] == 0) {
        return false;
      }
    }
    return file.length > 0;
  }
}
