package dev.relevo.bot.responder.dialogflow;

import dev.relevo.crm.team.MemberId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// What must be known to read an answer.
///
/// @param name the contact's
/// @param member whom an e-mail of the workspace belongs to
/// @param filling fills variables into a text
/// @param choose what is asked over options that come without words
/// @param handoffPointers where payloads say that they hand off
record Circumstances(
    String name,
    Function<String, Optional<MemberId>> member,
    UnaryOperator<String> filling,
    String choose,
    List<String> handoffPointers) {}
