package dev.relevo.bot.access;

/// No active member of the workspace has that number.
public final class MemberUnknown extends RuntimeException {

  MemberUnknown() {
    super("no such member");
  }
}
