package dev.relevo.bot.trace;

import dev.relevo.bot.setting.Secrets;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import java.nio.ByteBuffer;
import java.util.Base64;

/// The numbers of a message's trace and of its first span: the same on every replica that has the
/// secret key, others in every installation, and nobody's guess.
///
/// @param lot what decides whether the message is among those told of, from 0 to below 1
record Trail(String traceId, String spanId, double lot) {

  private static final double LOTS = 1L << 32;

  static Trail of(long message, Secrets secrets) {
    var signature = secrets.sign("trace", Long.toString(message));
    var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(signature));
    return new Trail(
        TraceId.fromLongs(bytes.getLong(), bytes.getLong()),
        SpanId.fromLong(bytes.getLong()),
        Integer.toUnsignedLong(bytes.getInt()) / LOTS);
  }
}
