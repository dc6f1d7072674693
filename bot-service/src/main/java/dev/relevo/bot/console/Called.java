package dev.relevo.bot.console;

/// What a contact is called on the console's pages.
///
/// @param title `Lucía Andrade`; for somebody of whom nothing is known `Visitante 36`
/// @param initials up to two letters or digits for a round picture
public record Called(String title, String initials) {}
