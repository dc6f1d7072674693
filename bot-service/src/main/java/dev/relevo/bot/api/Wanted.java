package dev.relevo.bot.api;

import dev.relevo.bot.problem.Fault;
import dev.relevo.bot.problem.Fault.Kind;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/// What a program wants published, as its body says.
///
/// @param note what it says about the version; may be empty
/// @param publishAt empty: at once
record Wanted(String note, Optional<Instant> publishAt) {

  private static final int LONGEST_NOTE = 500;
  private static final int LONGEST_TIME = 40;
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  /// An empty body wants nothing in particular.
  static Wanted read(Body body) {
    return read(body, true);
  }

  static String readNote(Body body) {
    return read(body, false).note();
  }

  private static Wanted read(Body body, boolean withTime) {
    var faults = new ArrayList<Fault>();
    var tree = body.isEmpty() ? JsonNodeFactory.instance.objectNode() : body.tree();
    var members = Members.of(tree, "", faults);
    var note = members.text("note", LONGEST_NOTE);
    var at = withTime ? time(members) : Optional.<Instant>empty();
    members.end();
    if (!faults.isEmpty()) {
      throw Fault.refused(faults);
    }
    return new Wanted(note, at);
  }

  private static Optional<Instant> time(Members in) {
    var text = in.optionalText("publishAt", LONGEST_TIME);
    var time = text.flatMap(Wanted::time);
    if (text.isPresent() && time.isEmpty()) {
      in.fault("publishAt", Kind.VALUE, text.get(), "2026-12-31T12:00:00Z");
    }
    return time;
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text)).filter(it -> it.isBefore(LATEST));
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }
}
