package dev.relevo.bot.channel.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.relevo.bot.problem.Refused;
import dev.relevo.bot.setting.Secrets;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.file.FileId;
import dev.relevo.crm.file.StoredFile;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.knowledge.InTime;
import dev.relevo.knowledge.KeptInputs;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/// Whatever a page of the web chat may send: bodies, tokens, device keys, names of files and their
/// first bytes. Each is read or refused in time, what is read can be stored, and nothing passes
/// that we did not sign. `verify` replays the inputs that are kept; with `-Pfuzz` Jazzer goes on
/// from them.
class PageFuzzTests {

  private static final ChannelId CHANNEL = new ChannelId("web");
  private static final Visitor VISITOR = new Visitor(CHANNEL, "abcdefghijklmnopqrstuv");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);
  private static final Secrets SECRETS = new Secrets(new byte[32]);
  private static final VisitorKeys KEYS = new VisitorKeys(SECRETS, CLOCK, Duration.ofHours(1));
  private static final Attachments ATTACHMENTS = new Attachments(SECRETS, CLOCK);
  private static final WebChatChannel CHAT =
      new WebChatChannel(CHANNEL, new WorkspaceId(1), Set.of());
  private static final Set<String> SIGNED =
      Set.of(
          KEYS.token(VISITOR, Language.ES).text(),
          KEYS.deviceKey(VISITOR),
          ATTACHMENTS.uploaded(VISITOR, new FileId(7)),
          ATTACHMENTS.shown(CHAT, new FileId(7)));

  @FuzzTest(maxDuration = "", maxExecutions = 10_000_000)
  void whatAPageSendsIsReadOrRefused(byte[] input) {
    InTime.call(() -> isRead(input));
  }

  @Test
  void ofWhatIsKeptSomeIsReadAndSomeRefused() {
    KeptInputs.requireBoth(
        PageFuzzTests.class, "whatAPageSendsIsReadOrRefused", PageFuzzTests::isRead);
  }

  /// Whether any of the readers made something of it.
  private static boolean isRead(byte[] input) {
    var said = body(input, Said.class);
    said.ifPresent(PageFuzzTests::requireStorable);
    var text = new String(input, StandardCharsets.ISO_8859_1);
    assertThat(passes(text)).as(text).isEqualTo(SIGNED.contains(text));
    fileName(text).ifPresent(it -> Sniffed.of(input, it));
    return Stream.of(
            said,
            body(input, MessageController.Shown.class),
            body(input, Votes.Cast.class),
            body(input, SessionController.Wanted.class))
        .anyMatch(Optional::isPresent);
  }

  private static <T> Optional<T> body(byte[] input, Class<T> type) {
    try {
      var request = new MockHttpServletRequest();
      request.setContent(input);
      return Optional.of(Bodies.read(request, type));
    } catch (Refused refused) {
      return Optional.empty();
    }
  }

  private static void requireStorable(Said said) {
    try {
      requireStorable(Speech.content(said, PageFuzzTests::upload).toString());
    } catch (Refused notAMessage) {
      // Nothing would be stored of it.
    }
    Optional.ofNullable(said.page()).ifPresent(it -> requireStorable(Visits.visit(it).toString()));
  }

  private static Optional<StoredFile> upload(String name) {
    return name.equals("x.y")
        ? Optional.of(
            new StoredFile(new FileId(7), new WorkspaceId(1), "a.pdf", "application/pdf", 1))
        : Optional.empty();
  }

  private static void requireStorable(String text) {
    assertThat(text).isEqualTo(Column.clean(text)).hasSizeLessThan(10_000);
  }

  private static boolean passes(String text) {
    return KEYS.read(text, CHANNEL) instanceof VisitorKeys.Reading.Good
        || KEYS.recognise(text, CHANNEL).isPresent()
        || ATTACHMENTS.uploaded(VISITOR, text).isPresent()
        || ATTACHMENTS.shown(CHAT, text).isPresent();
  }

  private static Optional<String> fileName(String text) {
    try {
      var name = VisitorFileController.name(text);
      assertThat(name)
          .isNotBlank()
          .hasSizeLessThanOrEqualTo(120)
          .doesNotContain("/", "\\")
          .isEqualTo(Column.clean(name));
      return Optional.of(name);
    } catch (Refused refused) {
      return Optional.empty();
    }
  }
}
