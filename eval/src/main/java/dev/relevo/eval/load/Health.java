package dev.relevo.eval.load;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What the service says of itself when it is asked.
///
/// @param word `UP`, or what it says instead, such as `BEHIND`; empty when nobody answered
record Health(String word) {

  static final Health SILENT = new Health("");
  static final Health UP = new Health("UP");

  /// From the body of its answer; somebody else's, such as a proxy's page, is none.
  static Health read(String body) {
    try {
      return new Health(JsonMapper.shared().readTree(body).path("status").asString(""));
    } catch (JacksonException another) {
      return SILENT;
    }
  }

  /// Whether it says that it is not well, or does not keep up.
  boolean warns() {
    return !equals(SILENT) && !equals(UP);
  }
}
