package dev.relevo.bot.dialogflow;

import java.util.Optional;

/// How an agent is reached.
///
/// @param language a code of Dialogflow's (`es`, `es-419`); empty: the customer's
/// @param key empty only for an agent on this machine
record Connection(AgentName agent, Optional<String> language, Optional<ServiceKey> key) {}
