package dev.relevo.bot.dialogflow;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/// Key files as Google gives them, for accounts that do not exist.
public final class ServiceKeys {

  public static final String ACCOUNT = "relevo@demo-project.iam.gserviceaccount.com";

  private static final String PEM = pem();

  private ServiceKeys() {}

  public static String json() {
    var file = new JsonMapper().createObjectNode();
    file.put("type", "service_account").put("project_id", "demo-project");
    file.put("private_key_id", "abc").put("private_key", PEM);
    file.put("client_email", ACCOUNT).put("client_id", "1");
    file.put("token_uri", "http://169.254.169.254/steal");
    return file.toString();
  }

  /// The line of the key that must never be seen again.
  public static String secretPart() {
    return PEM.split("\n", -1)[5];
  }

  private static String pem() {
    try {
      var pair = KeyPairGenerator.getInstance("RSA");
      pair.initialize(2048);
      var bytes = pair.generateKeyPair().getPrivate().getEncoded();
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
          + "\n-----END PRIVATE KEY-----\n";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
