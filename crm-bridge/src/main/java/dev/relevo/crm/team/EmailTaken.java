package dev.relevo.crm.team;

/// The e-mail belongs to another member.
public final class EmailTaken extends RuntimeException {

  public EmailTaken(String email) {
    super("the e-mail belongs to another member: " + email);
  }
}
