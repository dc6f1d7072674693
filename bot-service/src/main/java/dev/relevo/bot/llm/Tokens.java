package dev.relevo.bot.llm;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;

/// Counts tokens as OpenAI's models of today do (o200k_base); others take a little more or less.
public final class Tokens {

  private static final EncodingRegistry ENCODINGS = Encodings.newLazyEncodingRegistry();

  private Tokens() {}

  /// Of a text in which nothing is special, also not what looks like a control token.
  public static int count(String text) {
    return ENCODINGS.getEncoding(EncodingType.O200K_BASE).countTokensOrdinary(text);
  }
}
