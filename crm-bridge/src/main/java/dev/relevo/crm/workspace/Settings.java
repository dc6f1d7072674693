package dev.relevo.crm.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A workspace's settings as they are stored: only what differs from the defaults, so that a better
/// default reaches everybody who did not choose. Durations in seconds.
@JsonInclude(JsonInclude.Include.NON_NULL)
record Settings(
    @Nullable Boolean pauseOnPersonReply,
    @Nullable Boolean pauseOnAssign,
    @Nullable Boolean pauseOnEcho,
    @Nullable Boolean resumeOnClose,
    @Nullable Long resumeAfter,
    @Nullable Integer turnsPerConversation,
    @Nullable Integer repliesPerMinute,
    @Nullable Integer identicalTurns,
    @Nullable Integer quickAnswers,
    @Nullable Integer sameWords,
    @Nullable Integer attempts,
    @Nullable Long turnDeadline,
    @Nullable Long staleAfter,
    @Nullable Map<Language, Map<Wording, String>> ownTexts,
    @Nullable Long remind,
    @Nullable Long keep,
    @Nullable Boolean asksWhetherHelpful,
    @Nullable Boolean testsBlock,
    @Nullable Boolean copilotDrafts,
    @Nullable Boolean copilotRewrites) {
  private static final Duration REMIND_AFTER = Duration.ofMinutes(10);

  static Settings of(Workspace workspace) {
    var switches = workspace.switches();
    var guards = workspace.guards();
    var usual = Switches.DEFAULT;
    var bounds = Guards.DEFAULT;
    return new Settings(
        unlessSame(switches.pauseOnPersonReply(), usual.pauseOnPersonReply()),
        unlessSame(switches.pauseOnAssign(), usual.pauseOnAssign()),
        unlessSame(switches.pauseOnEcho(), usual.pauseOnEcho()),
        unlessSame(switches.resumeOnClose(), usual.resumeOnClose()),
        switches.resumeAfter().map(Duration::toSeconds).orElse(null),
        unlessSame(guards.turnsPerConversation(), bounds.turnsPerConversation()),
        unlessSame(guards.repliesPerMinute(), bounds.repliesPerMinute()),
        unlessSame(guards.identicalTurns(), bounds.identicalTurns()),
        unlessSame(guards.quickAnswers(), bounds.quickAnswers()),
        unlessSame(guards.sameWords(), bounds.sameWords()),
        unlessSame(guards.attempts(), bounds.attempts()),
        unlessSame(guards.turnDeadline().toSeconds(), bounds.turnDeadline().toSeconds()),
        unlessSame(guards.staleAfter().toSeconds(), bounds.staleAfter().toSeconds()),
        workspace.texts().isEmpty() ? null : workspace.texts(),
        unlessSame(workspace.remindAfter().toSeconds(), REMIND_AFTER.toSeconds()),
        workspace.keepConversations().map(Duration::toSeconds).orElse(null),
        unlessSame(
            workspace.curation().asksWhetherHelpful(), Curation.DEFAULT.asksWhetherHelpful()),
        unlessSame(workspace.curation().testsBlock(), Curation.DEFAULT.testsBlock()),
        unlessSame(workspace.agentHelp().drafts(), AgentHelp.DEFAULT.drafts()),
        unlessSame(workspace.agentHelp().rewrites(), AgentHelp.DEFAULT.rewrites()));
  }

  Switches switches() {
    var usual = Switches.DEFAULT;
    return new Switches(
        or(pauseOnPersonReply, usual.pauseOnPersonReply()),
        or(pauseOnAssign, usual.pauseOnAssign()),
        or(pauseOnEcho, usual.pauseOnEcho()),
        or(resumeOnClose, usual.resumeOnClose()),
        Optional.ofNullable(resumeAfter).map(Duration::ofSeconds));
  }

  Guards guards() {
    var usual = Guards.DEFAULT;
    return new Guards(
        or(turnsPerConversation, usual.turnsPerConversation()),
        or(repliesPerMinute, usual.repliesPerMinute()),
        or(identicalTurns, usual.identicalTurns()),
        or(quickAnswers, usual.quickAnswers()),
        or(sameWords, usual.sameWords()),
        or(attempts, usual.attempts()),
        Duration.ofSeconds(or(turnDeadline, usual.turnDeadline().toSeconds())),
        Duration.ofSeconds(or(staleAfter, usual.staleAfter().toSeconds())));
  }

  Map<Language, Map<Wording, String>> texts() {
    return ownTexts == null ? Map.of() : ownTexts;
  }

  Duration remindAfter() {
    return remind == null ? REMIND_AFTER : Duration.ofSeconds(remind);
  }

  Optional<Duration> keepConversations() {
    return Optional.ofNullable(keep).map(Duration::ofSeconds);
  }

  Curation curation() {
    var usual = Curation.DEFAULT;
    return new Curation(
        or(asksWhetherHelpful, usual.asksWhetherHelpful()), or(testsBlock, usual.testsBlock()));
  }

  AgentHelp agentHelp() {
    var usual = AgentHelp.DEFAULT;
    return new AgentHelp(or(copilotDrafts, usual.drafts()), or(copilotRewrites, usual.rewrites()));
  }

  private static <T> @Nullable T unlessSame(T value, T usual) {
    return value.equals(usual) ? null : value;
  }

  private static <T> T or(@Nullable T value, T usual) {
    return value == null ? usual : value;
  }
}
