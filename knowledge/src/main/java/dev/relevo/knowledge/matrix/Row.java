package dev.relevo.knowledge.matrix;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One thing the business knows: how customers ask for it, what is answered, and what happens
/// besides. Texts are kept without blanks around them, with Unix line ends.
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

  /// The most characters an answer has.
  public static final int LONGEST_ANSWER = 2_000;

  /// The most buttons an answer has.
  public static final int MOST_BUTTONS = 10;

  private static final Pattern CHANNEL = Pattern.compile("[a-z0-9_-]{1,40}");

  public Row {
    language = Locale.forLanguageTag(language.toLanguageTag());
    category = Wording.line(category);
    topic = Wording.line(topic);
    question = Wording.block(question);
    variants = Wording.lines(variants);
    answer = Wording.block(answer);
    answersByChannel = cleaned(answersByChannel);
    buttons = List.copyOf(buttons);
    team = Wording.line(team);
    addTags = Wording.lines(addTags);
    removeTags = Wording.lines(removeTags);
    saves = Wording.line(saves);
    notes = Wording.block(notes);
  }

  /// A row that answers and does nothing besides.
  public static Row answering(
      RowId id, Locale language, String question, List<String> variants, String answer) {
    return new Row(
        id,
        language,
        "",
        "",
        question,
        variants,
        answer,
        true,
        Map.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        RowState.NEW,
        "");
  }

  /// Whether a channel type can be called that.
  static boolean isChannel(String name) {
    return CHANNEL.matcher(name).matches();
  }

  private static Map<String, String> cleaned(Map<String, String> answers) {
    var cleaned = new TreeMap<String, String>();
    answers.forEach((channel, answer) -> {
      if (!isChannel(channel)) {
        throw new IllegalArgumentException("not a channel's name: " + channel);
      }
      var text = Wording.block(answer);
      if (!text.isEmpty()) {
        cleaned.put(channel, text);
      }
    });
    return Collections.unmodifiableMap(cleaned);
  }

  /// Every way to ask for the row: the question, then its variants.
  public List<String> phrases() {
    return Stream.concat(Stream.of(question), variants.stream()).toList();
  }

  /// Whether the row is used on that day.
  public boolean isValidOn(LocalDate day) {
    return validFrom.filter(day::isBefore).isEmpty() && validUntil.filter(day::isAfter).isEmpty();
  }

  /// Whether the bot may answer with the row: it has an answer and is not to be deleted.
  public boolean isAnswerable() {
    return state != RowState.TO_DELETE && !answer.isEmpty();
  }

  /// The same row under another id.
  public Row withId(RowId other) {
    return with(other, variants, state, notes);
  }

  /// The same row in another state.
  public Row withState(RowState newState) {
    return with(id, variants, newState, notes);
  }

  /// The same row with other ways to ask for it.
  public Row withVariants(List<String> others) {
    return with(id, others, state, notes);
  }

  /// The same row with other notes for editors.
  public Row withNotes(String others) {
    return with(id, variants, state, others);
  }

  /// The same row, sent word for word or not.
  public Row withLiteral(boolean other) {
    return new Row(
        id,
        language,
        category,
        topic,
        question,
        variants,
        answer,
        other,
        answersByChannel,
        buttons,
        attachment,
        followUp,
        handoff,
        team,
        addTags,
        removeTags,
        saves,
        closes,
        validFrom,
        validUntil,
        state,
        notes);
  }

  private Row with(RowId newId, List<String> newVariants, RowState newState, String newNotes) {
    return new Row(
        newId,
        language,
        category,
        topic,
        question,
        newVariants,
        answer,
        literal,
        answersByChannel,
        buttons,
        attachment,
        followUp,
        handoff,
        team,
        addTags,
        removeTags,
        saves,
        closes,
        validFrom,
        validUntil,
        newState,
        newNotes);
  }

  /// A file sent along with an answer.
  ///
  /// @param kind `image`, `video`, `audio` or `file`
  /// @param url an `http` or `https` address
  public record Attachment(String kind, String url) {

    static final Set<String> KINDS = Set.of("image", "video", "audio", "file");

    public Attachment {
      if (!KINDS.contains(kind)) {
        throw new IllegalArgumentException("an attachment is an image, a video, audio or a file");
      }
      if (!WebAddress.isValid(url)) {
        throw new IllegalArgumentException("an attachment has an http or https address");
      }
    }
  }

  /// A row sent after the answer.
  ///
  /// @param delay whole seconds, at most a day (later, WhatsApp would refuse it)
  public record FollowUp(RowId row, Duration delay) {

    static final Duration LONGEST = Duration.ofDays(1);

    public FollowUp {
      if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("a follow-up waits between no time and a day");
      }
      delay = Duration.ofSeconds(delay.toSeconds());
    }
  }
}
