package dev.relevo.bot.access;

import dev.relevo.bot.database.Tenancy;
import dev.relevo.bot.setting.PublicUrl;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.team.Role;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Who may enter: invitations, roles, passwords, and their end.
@Component
public class Access {

  /// How long an invitation can be used.
  public static final Duration INVITATION = Duration.ofDays(7);

  /// How long a link for a new password can be used.
  public static final Duration RESET = Duration.ofHours(24);

  private final Members members;
  private final EntryLinks links;
  private final Credentials credentials;
  private final Passwords passwords;
  private final Throttle throttle;
  private final FindByIndexNameSessionRepository<? extends Session> sessions;
  private final PublicUrl url;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Access(
      Members members,
      EntryLinks links,
      Credentials credentials,
      Passwords passwords,
      Throttle throttle,
      FindByIndexNameSessionRepository<? extends Session> sessions,
      PublicUrl url,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.members = members;
    this.links = links;
    this.credentials = credentials;
    this.passwords = passwords;
    this.throttle = throttle;
    this.sessions = sessions;
    this.url = url;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// An invitation nobody used yet.
  public record Invitation(long id, Role role, Optional<MemberId> by, Instant expiresAt) {}

  /// A link that lets one newcomer in with that role. Owners invite everybody, managers agents.
  public URI invite(SignedIn by, Role role) {
    requireMayChange(by, role);
    return link(by, EntryLink.Kind.INVITE, role, Optional.empty(), INVITATION);
  }

  public List<Invitation> invitations(SignedIn by) {
    return links.openInvitations(by.workspace(), clock.instant()).stream()
        .map(it -> new Invitation(it.id(), it.role(), it.madeBy(), it.expiresAt()))
        .toList();
  }

  /// The invitation's link stops to work.
  public void revoke(SignedIn by, long invitation) {
    var found =
        links.openInvitations(by.workspace(), clock.instant()).stream()
            .filter(it -> it.id() == invitation)
            .findFirst();
    found.ifPresent(it -> requireMayChange(by, it.role()));
    links.remove(by.workspace(), invitation);
  }

  /// A link by which the member sets a new password; earlier ones stop to work.
  public URI resetLink(SignedIn by, MemberId member) {
    return transaction.execute(began -> {
      var whose = changeable(by, member);
      links.revoke(by.workspace(), EntryLink.Kind.RESET, Optional.of(member));
      return link(by, EntryLink.Kind.RESET, whose.role(), Optional.of(member), RESET);
    });
  }

  /// Gives a member another role; not oneself.
  public void changeRole(SignedIn by, MemberId member, Role role) {
    changeable(by, member);
    requireMayChange(by, role);
    members.changeRole(member, role);
  }

  /// Ends a member's access at once: sessions, invitations and links of theirs stop to work. Not
  /// one's own.
  public void deactivate(SignedIn by, MemberId member) {
    transaction.executeWithoutResult(began -> {
      changeable(by, member);
      links.revoke(by.workspace(), EntryLink.Kind.RESET, Optional.of(member));
      links.revokeMadeBy(member);
      members.deactivate(member);
      endSessions(member, "");
    });
  }

  /// What became of a changed password.
  public sealed interface PasswordChange {

    /// It is the new one now, and every other session of the member has ended.
    record Changed() implements PasswordChange {}

    /// It is the old one still; the key of the sentence that says why.
    record Refused(String key) implements PasswordChange {}
  }

  /// Sets a new password when the current one is right; throttled like a sign-in.
  ///
  /// @param address where the member is
  /// @param session the id of the session that stays
  public PasswordChange changePassword(
      SignedIn who, String current, String fresh, String address, String session) {
    var email = members.find(who.workspace(), who.member()).map(Member::email).orElse("");
    var objection = Passwords.objection(fresh, email);
    if (objection.isPresent()) {
      return new PasswordChange.Refused(objection.get());
    }
    if (Tenancy.everywhere(() -> throttle.enter(email, address)).isPresent()) {
      return new PasswordChange.Refused("me.password.wait");
    }
    if (!passwords.matches(current, credentials.hash(who.member()))) {
      return new PasswordChange.Refused("me.password.wrong");
    }
    Tenancy.everywhere(() -> {
      throttle.succeeded(email);
      return true;
    });
    credentials.set(who.workspace(), who.member(), passwords.hash(fresh));
    endSessions(who.member(), session);
    return new PasswordChange.Changed();
  }

  void endSessions(MemberId member, String butNot) {
    sessions.findByPrincipalName(Long.toString(member.value())).keySet().stream()
        .filter(id -> !id.equals(butNot))
        .forEach(sessions::deleteById);
  }

  private URI link(
      SignedIn by, EntryLink.Kind kind, Role role, Optional<MemberId> member, Duration holds) {
    var token = Token.fresh();
    var now = clock.instant();
    var link =
        new EntryLink(
            1, by.workspace(), kind, role, member, Optional.of(by.member()), now, now.plus(holds));
    links.add(link, token.hash());
    return url.at("/welcome/" + token.text());
  }

  private Member changeable(SignedIn by, MemberId member) {
    var found =
        members.find(by.workspace(), member).filter(Member::active).orElseThrow(MemberUnknown::new);
    if (member.equals(by.member())) {
      throw new NotAllowed("nobody changes their own access");
    }
    requireMayChange(by, found.role());
    return found;
  }

  private static void requireMayChange(SignedIn by, Role role) {
    var may = by.may(Role.OWNER) || (by.may(Role.MANAGER) && role == Role.AGENT);
    if (!may) {
      throw new NotAllowed("a manager looks after agents only");
    }
  }
}
