package dev.relevo.bot.channel.webchat;

import dev.relevo.crm.contact.Alias;
import dev.relevo.crm.contact.ChannelId;

/// A browser that visits. It becomes a contact with its first message.
///
/// @param id 128 random bits, 22 characters safe in a URL
record Visitor(ChannelId channel, String id) {

  Visitor {
    if (!id.matches("[A-Za-z0-9_-]{22}")) {
      throw new IllegalArgumentException("a visitor's id has 22 characters safe in a URL");
    }
  }

  Alias alias() {
    return new Alias(Alias.Kind.VISITOR, id);
  }

  /// The ledger's name for a message: the client's own id, apart for every visitor.
  String externalId(String clientId) {
    return id + "." + clientId;
  }
}
