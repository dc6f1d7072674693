package dev.relevo.bot.api;

import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;

/// A revision as an entity tag: `"17"`.
final class RowTag {

  /// What `If-Match: *` stands for: whatever is there.
  static final long ANY = Long.MAX_VALUE;

  private RowTag() {}

  static String of(long revision) {
    return "\"" + revision + "\"";
  }

  /// The revision a change is based on.
  ///
  /// @param what is to be changed, for the answer when the header is missing
  static long seen(HttpServletRequest request, String what) {
    var tag = request.getHeader("If-Match");
    if (tag == null) {
      throw new Refused(Problem.IF_MATCH_MISSING, what);
    }
    if (tag.strip().equals("*")) {
      return ANY;
    }
    if (!tag.strip().matches("\"[0-9]{1,18}\"")) {
      throw new Refused(Problem.HEADER_REFUSED, "If-Match", "\"17\" | *");
    }
    return Long.parseLong(tag.strip().replace("\"", ""));
  }

  /// Whether the caller has this revision already.
  static boolean isKnown(HttpServletRequest request, long revision) {
    return of(revision).equals(request.getHeader("If-None-Match"));
  }
}
