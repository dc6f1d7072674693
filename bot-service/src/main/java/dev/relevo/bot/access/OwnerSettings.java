package dev.relevo.bot.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The first owner of an unattended set-up: `RELEVO_OWNER_EMAIL`, `RELEVO_OWNER_PASSWORD`. Both or
/// neither; used only while the workspace has no owner.
@ConfigurationProperties("relevo.owner")
record OwnerSettings(@DefaultValue("") String email, @DefaultValue("") String password) {

  boolean given() {
    return !email.isBlank() || !password.isEmpty();
  }

  @Override
  public String toString() {
    return "OwnerSettings";
  }
}
