package dev.relevo.bot.console;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.team.Members;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The names of a workspace's members, read once for a page; also of those who left.
public final class Names {

  private final Members members;
  private final SignedIn me;
  private final List<Member> active;
  private final Map<MemberId, String> names = new HashMap<>();

  public Names(Members members, SignedIn me) {
    this.members = members;
    this.me = me;
    this.active = members.all(me.workspace());
    active.forEach(it -> names.put(it.id(), it.name()));
  }

  public List<Member> active() {
    return active;
  }

  public String of(MemberId member) {
    return names.computeIfAbsent(
        member, it -> members.find(me.workspace(), it).map(Member::name).orElse("?"));
  }

  /// Up to two letters for a round picture; the last digits of a number, which tell more than its
  /// first.
  public static String initials(String name) {
    var parts = name.strip().split("\\s+", -1);
    var first = letter(parts[0]);
    return parts.length < 2 || parts[0].startsWith("+")
        ? first
        : first + letter(parts[parts.length - 1]);
  }

  private static String letter(String part) {
    if (part.startsWith("+") || part.startsWith("#")) {
      return part.substring(Math.max(1, part.length() - 2));
    }
    return part.isEmpty() ? "?" : part.substring(0, part.offsetByCodePoints(0, 1));
  }
}
