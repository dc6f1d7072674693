package dev.relevo.bot.channel;

import dev.relevo.crm.workspace.WorkspaceId;

/// What makes an arrival the same as another.
///
/// @param externalId the provider's id
record LedgerKey(WorkspaceId workspace, String channel, String externalId) {

  static LedgerKey of(Channel channel, String externalId) {
    return new LedgerKey(channel.workspace(), channel.id().value(), externalId);
  }
}
