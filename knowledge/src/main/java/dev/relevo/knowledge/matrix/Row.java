package dev.relevo.knowledge.matrix;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One thing the business knows: how customers ask for it, what is answered, and what happens
/// besides.
///
/// @param id stable key
/// @param language the language of question and answer
/// @param category the group it is listed under; may be empty
/// @param topic a short name for people; may be empty
/// @param question the main way to ask
/// @param variants other ways to ask
/// @param answer what is sent, at most 2,000 characters; alternatives separated by `||` take turns
/// @param literal whether the answer is sent word for word (the default) or may be worded by a
///   model
/// @param answersByChannel answers that differ by channel type (`whatsapp`, `webchat`, …)
/// @param buttons at most ten
/// @param attachment a file sent along
/// @param followUp a row sent some time after the answer
/// @param handoff whether a person is to take over after the answer
/// @param team who is to take over: a team's name or a member's e-mail
/// @param addTags tags the contact gets
/// @param removeTags tags the contact loses
/// @param saves a contact field that the answer's question fills: `field` or `field=value`
/// @param closes whether the conversation is closed after the answer
/// @param validFrom first day on which the row is used
/// @param validUntil last day on which the row is used
/// @param state where an editor's change stands
/// @param notes for editors only
public record Row(
    RowId id,
    Locale language,
    String category,
    String topic,
    String question,
    List<String> variants,
    String answer,
    boolean literal,
    Map<String, String> answersByChannel,
    List<Button> buttons,
    Optional<Attachment> attachment,
    Optional<FollowUp> followUp,
    boolean handoff,
    Optional<String> team,
    List<String> addTags,
    List<String> removeTags,
    Optional<String> saves,
    boolean closes,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validUntil,
    RowState state,
    String notes) {

  public Row {
    variants = List.copyOf(variants);
    answersByChannel = Map.copyOf(answersByChannel);
    buttons = List.copyOf(buttons);
    addTags = List.copyOf(addTags);
    removeTags = List.copyOf(removeTags);
  }

  /// Every way to ask for the row: the question, then its variants.
  public List<String> phrases() {
    var phrases = new java.util.ArrayList<String>();
    phrases.add(question);
    phrases.addAll(variants);
    return List.copyOf(phrases);
  }

  /// Whether the row is used on that day.
  public boolean isValidOn(LocalDate day) {
    return validFrom.filter(day::isBefore).isEmpty() && validUntil.filter(day::isAfter).isEmpty();
  }

  /// A file sent along with an answer.
  ///
  /// @param kind `image`, `video`, `audio` or `file`
  public record Attachment(String kind, String url) {}

  /// A row sent after the answer.
  public record FollowUp(RowId row, Duration delay) {}
}
