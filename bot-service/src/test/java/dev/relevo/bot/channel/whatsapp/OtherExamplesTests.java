package dev.relevo.bot.channel.whatsapp;

import static dev.relevo.bot.channel.whatsapp.Examples.AT;
import static dev.relevo.bot.channel.whatsapp.Examples.LUCIA;
import static dev.relevo.bot.channel.whatsapp.Examples.PARENT;
import static dev.relevo.bot.channel.whatsapp.Examples.PHONE;
import static dev.relevo.bot.channel.whatsapp.Examples.USER;
import static dev.relevo.bot.channel.whatsapp.Examples.arrivals;
import static dev.relevo.bot.channel.whatsapp.Examples.sender;
import static dev.relevo.bot.channel.whatsapp.Examples.wamid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.channel.Arrival;
import dev.relevo.bot.channel.Arrival.Receipt.Kind;
import dev.relevo.crm.contact.Alias;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.workspace.Language;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every kind of status, the other fields, and batches of all of it.
class OtherExamplesTests {

  @ParameterizedTest
  @CsvSource({
    "status-sent, SENT, relevo-41",
    "status-delivered, DELIVERED, relevo-41",
    "status-read, READ, relevo-41",
    "status-played, READ,",
    "status-without-phone, DELIVERED,"
  })
  void readsStatuses(String name, Kind kind, String callback) {
    assertThat(arrivals(name))
        .containsExactly(
            new Arrival.Receipt(
                wamid("ours"),
                kind,
                Optional.ofNullable(callback),
                Optional.empty(),
                Optional.empty(),
                Optional.of(AT),
                ""));
  }

  @Test
  void readsAFailureWithOurSentenceForIt() {
    assertThat(arrivals("status-failed"))
        .containsExactly(
            failed(Optional.of("relevo-41"), "131047", Fault.WINDOW_CLOSED.in(Language.ES)));
  }

  @Test
  void readsAnUnheardOfFailureWithTheProvidersWords() {
    assertThat(arrivals("status-failed-unknown-code"))
        .containsExactly(failed(Optional.empty(), "139999", "A fault of next year"));
  }

  @Test
  void ignoresStatusesOfGroupsAndUnheardOfOnes() {
    assertThat(arrivals("status-group")).containsExactly(new Arrival.Unsupported("group", ""));
    assertThat(arrivals("status-unheard-of"))
        .containsExactly(new Arrival.Unsupported("status", ""));
  }

  @Test
  void readsRotatedUserIds() {
    assertThat(arrivals("user-id-update"))
        .hasSize(2)
        .satisfiesExactly(
            user -> changed(user, USER, new Alias(Alias.Kind.USER_ID, "EC.9900112233445566")),
            parent ->
                changed(
                    parent,
                    PARENT,
                    new Alias(Alias.Kind.PARENT_USER_ID, "EC.ENT.1122334455667788")));
    assertThat(arrivals("user-id-update")).isEqualTo(arrivals("user-id-update"));
  }

  @Test
  void readsWhatTheBusinessWroteOnItsOwnPhone() {
    assertThat(arrivals("echo-text"))
        .containsExactly(
            new Arrival.Echo(
                wamid("echo-text"),
                LUCIA,
                new Content.Text("Ya le atiendo yo"),
                Optional.of(AT),
                Map.of(),
                ""));
    assertThat(arrivals("echo-image"))
        .singleElement()
        .isInstanceOfSatisfying(
            Arrival.Echo.class,
            it -> {
              assertThat(it.content()).isInstanceOf(Content.Media.class);
              assertThat(it.media()).containsEntry("id", "1188220033445573");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account_update",
        "account_alerts",
        "account_review_update",
        "business_capability_update",
        "message_template_status_update",
        "message_template_quality_update",
        "phone_number_quality_update",
        "phone_number_name_update",
        "security",
        "flows",
        "history",
        "calls",
        "user_preferences"
      })
  void toleratesOtherFields(String field) {
    assertThat(arrivals("field-" + field.replace('_', '-')))
        .containsExactly(new Arrival.Unsupported(field, ""));
  }

  @Test
  void toleratesErrorsWithoutMessages() {
    assertThat(arrivals("errors-alone")).containsExactly(new Arrival.Unsupported("errors", ""));
  }

  @Test
  void leavesAnotherNumbersMessagesAlone() {
    assertThat(arrivals("another-number"))
        .containsExactly(new Arrival.Unsupported("another number", ""));
  }

  @Test
  void readsEveryEntryChangeMessageAndStatusOfABatch() {
    var ivan = sender("Iván Paz", new Alias(Alias.Kind.PHONE, "593981112222"));
    assertThat(arrivals("batch"))
        .containsExactly(
            text("batch-1", LUCIA, "Uno"),
            text("batch-2", ivan, "Dos"),
            receipt(Kind.SENT),
            receipt(Kind.DELIVERED),
            text("batch-3", LUCIA, "Tres"),
            new Arrival.Unsupported("another number", ""),
            new Arrival.Unsupported("account_update", ""));
    assertThat(LUCIA.aliases()).containsExactly(PHONE, USER);
  }

  @Test
  void hasATestForEveryExample() {
    // Whoever adds an example also says here what it must become.
    assertThat(Examples.names())
        .hasSize(72)
        .allSatisfy(it -> assertThat(arrivals(it)).isNotEmpty());
  }

  private static void changed(Arrival arrival, Alias previous, Alias current) {
    assertThat(arrival)
        .isInstanceOfSatisfying(
            Arrival.AliasChanged.class,
            it -> {
              assertThat(it.previous()).isEqualTo(previous);
              assertThat(it.current()).isEqualTo(current);
              assertThat(it.externalId()).startsWith("sha256:").endsWith(current.kind().name());
            });
  }

  private static Arrival text(String name, dev.relevo.crm.contact.Sender sender, String body) {
    return new Arrival.Message(
        wamid(name),
        sender,
        new Content.Text(body),
        Optional.of(AT),
        Optional.empty(),
        Map.of(),
        "");
  }

  private static Arrival receipt(Kind kind) {
    return new Arrival.Receipt(
        wamid("ours"),
        kind,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(AT),
        "");
  }

  private static Arrival failed(Optional<String> callback, String code, String reason) {
    return new Arrival.Receipt(
        wamid("ours"),
        Kind.FAILED,
        callback,
        Optional.of(code),
        Optional.of(reason),
        Optional.of(AT),
        "");
  }
}
