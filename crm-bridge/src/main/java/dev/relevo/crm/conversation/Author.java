package dev.relevo.crm.conversation;

import dev.relevo.crm.team.MemberId;

/// Who spoke or acted.
public sealed interface Author {

  /// The contact.
  record Customer() implements Author {}

  /// The bot: answers a customer's message.
  record Bot() implements Author {}

  /// A member of the workspace.
  record Person(MemberId member) implements Author {}

  /// The product by itself, for a reason: `reminder`, `retention`, `unsubscribe`, … Never counts as
  /// a person.
  record Automatic(String reason) implements Author {}

  /// The business's own phone app, mirrored here.
  record Echo() implements Author {}

  Author CUSTOMER = new Customer();
  Author BOT = new Bot();
}
