package dev.relevo.bot.channel.webchat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a visitor's page gets to see. Written as JSON; absent values are left out. Never holds
/// comments, grounds, reasons, or the state of what was not delivered.
@JsonInclude(JsonInclude.Include.NON_NULL)
record Seen(
    @Nullable String thread,
    long revision,
    boolean more,
    boolean earlier,
    @Nullable Speaker floor,
    List<Words> messages) {

  Seen {
    messages = List.copyOf(messages);
  }

  /// Before the first message, and after everything was erased.
  static final Seen NOTHING = new Seen(null, 0, false, false, null, List.of());

  /// Who has the floor.
  ///
  /// @param holder `bot` or `person`
  /// @param name the person's first name; absent while nobody took over yet
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Speaker(String holder, @Nullable String name) {}

  /// A message.
  ///
  /// @param id its place in the thread: rises, with gaps
  /// @param clientId the page's own name for it, on the visitor's messages
  /// @param from `visitor`, `bot` or `person`
  /// @param asks whether the visitor is asked if it helped; absent otherwise
  /// @param content by `type`: `text`, `choice`, `file`, `place`, `vote`, `other`
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Words(
      long id,
      @Nullable String clientId,
      String from,
      @Nullable String name,
      Instant at,
      boolean read,
      @Nullable Boolean asks,
      Map<String, Object> content) {}
}
