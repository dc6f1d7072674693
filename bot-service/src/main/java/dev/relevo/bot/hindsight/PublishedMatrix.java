package dev.relevo.bot.hindsight;

import dev.relevo.bot.responder.Responders;
import dev.relevo.bot.responder.Responders.Matter;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Workspace;
import dev.relevo.knowledge.retriever.Explanation;
import dev.relevo.knowledge.retriever.Retrieval;
import dev.relevo.knowledge.retriever.Retriever;
import java.util.List;
import org.springframework.stereotype.Component;

/// The version the bot answers with, asked the way customers ask it.
@Component
final class PublishedMatrix {

  private static final String PROBE = "¿versión?";

  private static final Retrieval NOTHING =
      new Retrieval.Nothing(new Explanation("", 1, List.of(), List.of()));

  private final Responders responders;

  PublishedMatrix(Responders responders) {
    this.responders = responders;
  }

  /// Its number; 0 when there is none yet.
  int version(Workspace workspace) {
    return responders
        .look(workspace.id(), Matter.PUBLISHED, PROBE, workspace.language())
        .grounds()
        .map(Grounds::version)
        .orElse(0);
  }

  Retriever of(Workspace workspace) {
    return query -> {
      var language =
          query
              .language()
              .flatMap(it -> Language.of(it.toLanguageTag()))
              .orElse(workspace.language());
      return responders
          .look(workspace.id(), Matter.PUBLISHED, query.text(), language)
          .retrieval()
          .orElse(NOTHING);
    };
  }
}
