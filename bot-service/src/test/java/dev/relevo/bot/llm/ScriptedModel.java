package dev.relevo.bot.llm;

import dev.relevo.crm.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// A language model that answers by a script and keeps what it was asked; for the tests of the
/// rooms that ask one. It keeps to the deadline and the request's bound, and knows no money.
public final class ScriptedModel implements LanguageModel {

  private final List<Ask> asked = new ArrayList<>();
  private final AtomicLong calls = new AtomicLong();
  private volatile Function<Ask, Answer> script;
  private volatile boolean connected = true;

  public ScriptedModel(Function<Ask, Answer> script) {
    this.script = script;
  }

  /// Says always the same.
  public static ScriptedModel saying(String text) {
    return new ScriptedModel(_ -> said(text));
  }

  public static Answer said(String text, ToolCall... calls) {
    return new Answer.Said(text, List.of(calls), 0);
  }

  public static Answer failed(Answer.Fault fault) {
    return new Answer.Failed(fault, 0);
  }

  /// Answers so from now on.
  public void answering(Function<Ask, Answer> next) {
    this.script = next;
  }

  public void disconnect() {
    this.connected = false;
  }

  /// What it was asked, in order, without what it refused.
  public synchronized List<Ask> asked() {
    return List.copyOf(asked);
  }

  @Override
  public boolean connected(WorkspaceId workspace) {
    return connected;
  }

  @Override
  public Answer ask(Ask ask) {
    if (!connected) {
      return new Answer.NotAsked(Answer.Reason.NOT_CONNECTED);
    }
    if (ask.deadline().left().isZero()) {
      return new Answer.NotAsked(Answer.Reason.TOO_LATE);
    }
    if (tokens(ask) > ask.account().assistant().manner().bounds().promptTokens()) {
      return new Answer.NotAsked(Answer.Reason.TOO_LONG);
    }
    keep(ask);
    return switch (script.apply(ask)) {
      case Answer.Said(var text, var wanted, _) ->
          new Answer.Said(text, wanted, calls.incrementAndGet());
      case Answer.Failed(var fault, _) -> new Answer.Failed(fault, calls.incrementAndGet());
      case Answer.NotAsked notAsked -> notAsked;
    };
  }

  private synchronized void keep(Ask ask) {
    asked.add(ask);
  }

  private static int tokens(Ask ask) {
    return Tokens.count(
        ask.lines().toString() + ask.tools() + ask.shape().map(Shape::schema).orElse(""));
  }
}
