package dev.relevo.bot.llm;

import java.net.URI;

/// How a model is reached.
///
/// @param trusted its address was set by who runs Relevo: it may lie anywhere
/// @param baseUrl without a slash at the end
/// @param model the model's name at the endpoint
/// @param key secret; empty when the endpoint wants none
record Connection(
    boolean trusted, URI baseUrl, String model, String key, Headers headers, Prices prices) {

  String host() {
    return String.valueOf(baseUrl.getHost());
  }

  /// Most of it is secret.
  @Override
  public String toString() {
    return "Connection[" + host() + " " + model + "]";
  }
}
