package dev.relevo.bot.dialogflow;

import com.google.auth.oauth2.ServiceAccountCredentials;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What is used of a service account's key file. Where tokens are asked for is Google's own
/// address, whatever the file says.
record ServiceKey(String account, String privateKey, String keyId, String clientId) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST = 20_000;
  private static final String SCOPE = "https://www.googleapis.com/auth/dialogflow";

  /// Empty when the text is no such file, or its key is none.
  static Optional<ServiceKey> of(String json) {
    return read(json).filter(it -> it.account().contains("@") && it.opens());
  }

  /// What [#json] wrote.
  static Optional<ServiceKey> read(String json) {
    if (json.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var file = JSON.readTree(json);
      return Optional.of(
          new ServiceKey(
              file.path("client_email").asString(""),
              file.path("private_key").asString(""),
              file.path("private_key_id").asString(""),
              file.path("client_id").asString("")));
    } catch (JacksonException noJson) {
      return Optional.empty();
    }
  }

  /// As it is sealed.
  String json() {
    var file = JSON.createObjectNode();
    file.put("client_email", account).put("private_key", privateKey);
    file.put("private_key_id", keyId).put("client_id", clientId);
    return file.toString();
  }

  ServiceAccountCredentials credentials() throws IOException {
    return ServiceAccountCredentials.fromPkcs8(
        clientId, account, privateKey, keyId, List.of(SCOPE));
  }

  private boolean opens() {
    try {
      return credentials().getPrivateKey() != null;
    } catch (IOException | RuntimeException noKey) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "the key of " + account;
  }
}
