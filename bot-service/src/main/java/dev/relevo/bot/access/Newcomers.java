package dev.relevo.bot.access;

import dev.relevo.bot.audit.Act;
import dev.relevo.bot.audit.Actor;
import dev.relevo.bot.audit.Audit;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.workspace.Language;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens to those who come with a link: they become members, or get a new password.
@Component
class Newcomers {

  private final Members members;
  private final EntryLinks links;
  private final Credentials credentials;
  private final Passwords passwords;
  private final Access access;
  private final Audit audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Newcomers(
      Members members,
      EntryLinks links,
      Credentials credentials,
      Passwords passwords,
      Access access,
      Audit audit,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.members = members;
    this.links = links;
    this.credentials = credentials;
    this.passwords = passwords;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  Optional<EntryLink> link(String token) {
    return links.usable(Token.sha256(token), clock.instant());
  }

  /// Whose password a link sets anew.
  Optional<Member> member(EntryLink link) {
    return link.member().flatMap(it -> members.find(link.workspace(), it)).filter(Member::active);
  }

  /// Uses the link up and lets the newcomer in; empty when the link cannot be used any more. Throws
  /// [dev.relevo.crm.team.EmailTaken], and then the link still works.
  public Optional<Member> join(
      EntryLink link, String token, String email, String name, String hash, Language language) {
    return transaction.execute(began -> joined(link, token, email, name, hash, language));
  }

  private Optional<Member> joined(
      EntryLink link, String token, String email, String name, String hash, Language language) {
    if (!links.use(Token.sha256(token), clock.instant())) {
      return Optional.empty();
    }
    var member = members.add(link.workspace(), email, name, link.role(), language);
    credentials.set(link.workspace(), member.id(), hash);
    note(member, Act.MEMBER_JOINED, Map.of("role", member.role().name()));
    return Optional.of(member);
  }

  /// Uses the link up and sets the password; every session of the member ends.
  public Optional<Member> reset(EntryLink link, String token, String hash) {
    return transaction.execute(began -> set(link, token, hash));
  }

  private Optional<Member> set(EntryLink link, String token, String hash) {
    var member = member(link);
    if (member.isEmpty() || !links.use(Token.sha256(token), clock.instant())) {
      return Optional.empty();
    }
    MemberId id = member.get().id();
    credentials.set(link.workspace(), id, hash);
    access.endSessions(id, "");
    note(member.get(), Act.PASSWORD_RESET, Map.of());
    return member;
  }

  private void note(Member member, Act act, Map<String, String> about) {
    audit.note(member.workspace(), new Actor.Person(member.id()), act, about);
  }

  String hash(String password) {
    return passwords.hash(password);
  }
}
