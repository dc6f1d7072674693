package dev.relevo.bot.access;

import dev.relevo.bot.audit.Act;
import dev.relevo.bot.audit.Actor;
import dev.relevo.bot.audit.Audit;
import dev.relevo.bot.setting.CannotStart;
import dev.relevo.crm.team.EmailTaken;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Workspace;
import dev.relevo.crm.workspace.Workspaces;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes the owner the settings name, while there is none.
@Component
final class FirstOwner implements ApplicationRunner {

  private final OwnerSettings settings;
  private final Workspaces workspaces;
  private final Members members;
  private final Credentials credentials;
  private final Passwords passwords;
  private final Audit audit;
  private final TransactionTemplate transaction;

  FirstOwner(
      OwnerSettings settings,
      Workspaces workspaces,
      Members members,
      Credentials credentials,
      Passwords passwords,
      Audit audit,
      PlatformTransactionManager transactions) {
    this.settings = settings;
    this.workspaces = workspaces;
    this.members = members;
    this.credentials = credentials;
    this.passwords = passwords;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (settings.given()) {
      refuseUnusable();
      try {
        transaction.executeWithoutResult(_ -> make(workspaces.first("Relevo")));
      } catch (EmailTaken taken) {
        // Of replicas that start together on an empty database one is the quickest.
        if (!hasOwner(workspaces.first("Relevo"))) {
          throw taken;
        }
      }
    }
  }

  private boolean hasOwner(Workspace workspace) {
    return members.all(workspace.id()).stream().anyMatch(it -> it.role() == Role.OWNER);
  }

  private void make(Workspace workspace) {
    if (hasOwner(workspace)) {
      return;
    }
    var name = settings.email().substring(0, settings.email().indexOf('@'));
    var owner =
        members.add(
            workspace.id(), settings.email().strip(), name, Role.OWNER, workspace.language());
    credentials.set(workspace.id(), owner.id(), passwords.hash(settings.password()));
    audit.note(
        workspace.id(),
        new Actor.Nobody(),
        Act.MEMBER_JOINED,
        Map.of("member", Long.toString(owner.id().value()), "role", Role.OWNER.name()));
  }

  private void refuseUnusable() {
    if (!Emails.valid(settings.email())) {
      throw new CannotStart(
          "RELEVO_OWNER_EMAIL is not an e-mail address; set it and RELEVO_OWNER_PASSWORD together, or neither.");
    }
    if (Passwords.objection(settings.password(), settings.email()).isPresent()) {
      throw new CannotStart(
          "RELEVO_OWNER_PASSWORD must have %d to %d characters, at least five different ones, and not hold the e-mail."
              .formatted(Passwords.SHORTEST, Passwords.LONGEST));
    }
  }
}
