package dev.relevo.crm.conversation;

/// Who speaks. Only this silences the bot.
public enum FloorHolder {
  BOT,
  PERSON
}
