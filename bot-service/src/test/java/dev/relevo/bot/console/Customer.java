package dev.relevo.bot.console;

import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.bot.channel.Arrival;
import dev.relevo.bot.channel.Channel;
import dev.relevo.bot.channel.Channels;
import dev.relevo.bot.channel.Intake;
import dev.relevo.crm.contact.Alias;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.contact.Sender;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Somebody who writes to the running application, in its web chat unless said otherwise.
public final class Customer {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final RunningApplication application = RunningApplication.shared();
  private final Channel channel;
  private final Sender sender;

  public Customer(String name) {
    this(name, "web", new Alias(Alias.Kind.VISITOR, "visitor-" + UUID.randomUUID()));
  }

  /// In another web chat.
  public static Customer elsewhere(String name) {
    return new Customer(
        name, "web-otra", new Alias(Alias.Kind.VISITOR, "visitor-" + UUID.randomUUID()));
  }

  private Customer(String name, String on, Alias alias) {
    channel = application.bean(Channels.class).find(new ChannelId(on)).orElseThrow();
    var known = Optional.of(name).filter(it -> !it.isBlank());
    sender = new Sender(List.of(alias), known, Optional.empty());
  }

  /// With a phone number nobody else has.
  public static Customer onWhatsApp(String name) {
    var number = "5939%08d".formatted(System.nanoTime() / 1_000 % 100_000_000);
    return new Customer(name, "whatsapp", new Alias(Alias.Kind.PHONE, number));
  }

  /// As a channel names them.
  public String alias() {
    return sender.aliases().getFirst().value();
  }

  /// Their last message came that long ago.
  public Customer silentFor(Duration time) {
    application
        .bean(JdbcClient.class)
        .sql(
            """
            UPDATE crm.address SET last_inbound_at = now() - CAST(:time AS interval)
            WHERE contact_id = :contact
            """)
        .param("time", time.toString())
        .param("contact", contact().id().value())
        .update();
    return this;
  }

  public Customer says(String text) {
    return says(new Content.Text(text));
  }

  public Customer says(Content content) {
    application
        .bean(Intake.class)
        .accept(
            channel,
            List.of(
                new Arrival.Message(
                    UUID.randomUUID().toString(),
                    sender,
                    content,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    "{}")));
    return this;
  }

  public Contact contact() {
    var contacts = application.bean(Contacts.class);
    var address =
        contacts
            .address(channel.workspace(), channel.id(), sender.aliases().getFirst())
            .orElseThrow();
    return contacts.find(channel.workspace(), address.contact()).orElseThrow();
  }

  /// The path of their thread in the console.
  public String path() {
    return "/console/inbox/" + contact().id().value();
  }

  public List<Message> thread() {
    return application.bean(Conversations.class).messages(contact().id(), Long.MAX_VALUE, 100);
  }

  /// Waits until the bot has answered.
  public Customer hears() {
    await("the bot's answer", () -> !thread().isEmpty() && !thread().getLast().inbound());
    return this;
  }

  public static void await(String what, BooleanSupplier condition) {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited in vain for " + what);
      }
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
  }
}
