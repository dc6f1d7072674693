package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.ContactId;
import java.time.Instant;

/// A note between colleagues; never sent to the customer. 1 to 4,000 characters.
public record Comment(ContactId contact, long sequence, Author author, String body, Instant at) {}
