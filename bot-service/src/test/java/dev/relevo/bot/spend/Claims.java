package dev.relevo.bot.spend;

import dev.relevo.bot.assistant.AssistantId;
import dev.relevo.bot.assistant.Bounds;
import dev.relevo.crm.TestCrm;
import dev.relevo.crm.conversation.ConversationId;
import dev.relevo.crm.conversation.MessageId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Claims of tests: 100 tokens read and 50 written at worst, 200 millionths.
record Claims(TestCrm crm, TestCrm.Person customer, Bounds bounds) {

  static final Price PRICE = new Price(BigDecimal.ONE, BigDecimal.TWO);
  static final long WORST = 200;

  /// Nobody's conversation.
  Claim loose() {
    return claim(Optional.empty(), Optional.empty(), false);
  }

  Claim in(ConversationId conversation) {
    return claim(Optional.of(conversation), Optional.empty(), false);
  }

  Claim answering(MessageId message, boolean actsOffered) {
    return claim(Optional.empty(), Optional.of(message), actsOffered);
  }

  Claim claim(
      Optional<ConversationId> conversation, Optional<MessageId> message, boolean actsOffered) {
    return new Claim(
        crm.workspace(),
        AssistantId.NONE,
        bounds,
        "ANSWER",
        Optional.of(customer.id()),
        conversation,
        message,
        new Claim.Worst("small", PRICE, 100, 50),
        actsOffered,
        "{\"messages\":[]}");
  }

  static Taken took(int prompt, int answer, Taken.Step... steps) {
    return new Taken(
        prompt,
        answer,
        Duration.ofMillis(700),
        Optional.of(Duration.ofMillis(90)),
        Optional.empty(),
        "Cuesta 29.",
        List.of(steps));
  }
}
