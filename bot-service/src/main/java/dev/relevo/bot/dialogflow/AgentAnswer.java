package dev.relevo.bot.dialogflow;

import com.google.cloud.dialogflow.cx.v3.QueryResult;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;

/// An agent's answer as it is kept: the protocol's own bytes.
final class AgentAnswer {

  private static final JsonFormat.Printer PRINTER = JsonFormat.printer();

  private AgentAnswer() {}

  static QueryResult of(byte[] kept) {
    try {
      return QueryResult.parseFrom(kept);
    } catch (InvalidProtocolBufferException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// For people to read.
  static String json(byte[] kept) {
    try {
      return PRINTER.print(of(kept));
    } catch (InvalidProtocolBufferException unknownType) {
      return of(kept).toString();
    }
  }
}
