package dev.relevo.bot.responder.llm;

import dev.relevo.bot.llm.LanguageModel;
import dev.relevo.bot.responder.Lookup;
import dev.relevo.bot.responder.Typing;
import dev.relevo.knowledge.document.Documents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
final class LlmBeans {

  @Bean
  ModelResponder modelResponder(
      LanguageModel model, Lookup lookup, Documents documents, Checks checks, Typing typing) {
    Passages passages =
        (workspace, question, language, most) ->
            documents.passages(workspace.value(), question, language.locale(), most);
    return new ModelResponder(new Means(model, lookup, passages, checks, typing));
  }
}
