package dev.relevo.bot.channel;

import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.file.StoredFile;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One door to customers. Providers implement it; nobody else knows them.
public interface Channel {

  ChannelId id();

  /// The setting's word for it: `webchat`, `whatsapp-cloud`.
  String type();

  WorkspaceId workspace();

  /// Sends one thing and says what became of it. Blocks; never throws for what a provider can do.
  /// Not called inside a transaction.
  Delivery deliver(Dispatch dispatch);

  /// What must be said so that each piece fits one request here: a long text in several, a long
  /// question as text and question. Whoever posts makes one message of each piece, so that each is
  /// sent, retried and ticked by itself.
  default List<Content> parts(Content content) {
    return List.of(content);
  }

  /// As what a file goes out here: a picture that is too large to be one goes as a document. Empty
  /// when it cannot be sent here, as bytes that nobody knows never can.
  default Optional<Content.MediaKind> carries(StoredFile file) {
    return file.known() ? Optional.of(Content.MediaKind.of(file.mime())) : Optional.empty();
  }

  /// Shows the customer that an answer to their message is being written, where that can be shown.
  /// Blocks; what goes wrong is of no consequence.
  ///
  /// @param message the provider's id of the customer's message
  default void typing(String message) {}

  /// How fast it may send.
  Pace pace();

  /// How long after a customer's message free text may be sent; empty: always.
  Optional<Duration> window();

  /// How fast a channel may send.
  ///
  /// @param perSecond over all customers
  /// @param perCustomer one message to one customer each so long, on average
  /// @param burst how many may go to one customer at once before that
  record Pace(double perSecond, Duration perCustomer, int burst) {

    /// As fast as we can.
    public static final Pace UNBOUNDED = new Pace(1_000_000, Duration.ZERO, 1_000_000);
  }
}
