package dev.relevo.crm.contact;

/// Which address: a contact on one channel.
public record AddressId(long value) {

  public AddressId {
    if (value <= 0) {
      throw new IllegalArgumentException("an id is positive: " + value);
    }
  }
}
