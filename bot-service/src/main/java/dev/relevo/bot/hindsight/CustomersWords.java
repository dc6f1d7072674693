package dev.relevo.bot.hindsight;

import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.knowledge.gap.Spoken;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What customers wrote, read where it lies.
@Component
final class CustomersWords implements Spoken {

  private final Conversations conversations;

  CustomersWords(Conversations conversations) {
    this.conversations = conversations;
  }

  @Override
  public Map<Long, String> words(Collection<Long> messages) {
    var words = new HashMap<Long, String>();
    conversations
        .messages(messages.stream().map(MessageId::new).toList())
        .forEach((id, message) -> words.put(id.value(), Said.words(message.content())));
    return words;
  }
}
