package dev.relevo.eval.floor;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// One message on its way from webhook to send, and the ids its rows got.
final class Turn implements Arrival {

  final Person person;
  final String phone;
  final String externalId;
  final String raw;
  final String text;
  final String answer;
  private final CompletableFuture<Boolean> stored = new CompletableFuture<>();
  long message;
  long inbound;
  long reply;
  long parcel;
  String acceptedAs = "";

  Turn(Person person, String phone, String externalId, String raw, String text, String answer) {
    this.person = person;
    this.phone = phone;
    this.externalId = externalId;
    this.raw = raw;
    this.text = text;
    this.answer = answer;
  }

  @Override
  public CompletableFuture<Boolean> stored() {
    return stored;
  }

  /// A customer; the ids are 0 before the first message is stored.
  static final class Person {
    long contact;
    long address;
    long conversation;
    long sequence;
    private CompletableFuture<Void> before = CompletableFuture.completedFuture(null);

    /// Does it once what was asked for before is done.
    synchronized void inOrder(Runnable work, Executor threads) {
      before = before.thenRunAsync(work, threads);
    }

    /// The next number of the thread.
    synchronized long next() {
      return ++sequence;
    }
  }

  /// What the provider tells about a message of ours.
  ///
  /// @param parcel the number we gave along
  record Report(
      String externalId, String kind, long parcel, String raw, CompletableFuture<Boolean> stored)
      implements Arrival {}
}
