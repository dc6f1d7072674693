package dev.relevo.bot.access;

import dev.relevo.bot.operation.WelcomeLine;
import dev.relevo.bot.setting.PublicUrl;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Workspaces;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The way in for the first owner: a link printed at the start while the workspace has no owner. It
/// works once, for a day; the next start without an owner prints a new one and ends the old.
@Component
@Order(10)
public class OwnerLink implements WelcomeLine {

  static final Duration HOLDS = Duration.ofDays(1);

  private final Workspaces workspaces;
  private final Members members;
  private final EntryLinks links;
  private final PublicUrl url;
  private final Clock clock;
  private final TransactionTemplate transaction;

  OwnerLink(
      Workspaces workspaces,
      Members members,
      EntryLinks links,
      PublicUrl url,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.workspaces = workspaces;
    this.members = members;
    this.links = links;
    this.url = url;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public Optional<Line> line() {
    return open().map(it -> new Line("Owner's first sign-in", it.toString()));
  }

  /// A new link; empty when the first workspace has an owner.
  public Optional<URI> open() {
    return transaction.execute(began -> fresh());
  }

  private Optional<URI> fresh() {
    var workspace = workspaces.first("Relevo").id();
    if (members.all(workspace).stream().anyMatch(it -> it.role() == Role.OWNER)) {
      return Optional.empty();
    }
    var token = Token.fresh();
    var now = clock.instant();
    links.revoke(workspace, EntryLink.Kind.OWNER, Optional.empty());
    links.add(
        new EntryLink(
            1,
            workspace,
            EntryLink.Kind.OWNER,
            Role.OWNER,
            Optional.empty(),
            Optional.empty(),
            now,
            now.plus(HOLDS)),
        token.hash());
    return Optional.of(url.at("/welcome/" + token.text()));
  }
}
