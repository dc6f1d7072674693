package dev.relevo.crm.conversation;

/// How far a message got. Outbound states form a lattice: QUEUED < SENT < DELIVERED < READ; FAILED
/// and WITHDRAWN end it.
public enum MessageState {
  RECEIVED,
  QUEUED,
  SENT,
  DELIVERED,
  READ,
  FAILED,
  WITHDRAWN
}
