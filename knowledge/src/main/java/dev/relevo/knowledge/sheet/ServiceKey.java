package dev.relevo.knowledge.sheet;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What is used of a service account's key file.
record ServiceKey(String account, String privateKey, String keyId, String clientId) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST = 20_000;

  /// Empty if the text is no such file.
  static Optional<ServiceKey> of(String json) {
    if (json.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var key = JSON.readTree(json);
      var read =
          new ServiceKey(
              key.path("client_email").asString(""),
              key.path("private_key").asString(""),
              key.path("private_key_id").asString(""),
              key.path("client_id").asString(""));
      var isSound = read.account().contains("@") && read.privateKey().contains("PRIVATE KEY");
      return isSound ? Optional.of(read) : Optional.empty();
    } catch (JacksonException noJson) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "the key of " + account;
  }
}
