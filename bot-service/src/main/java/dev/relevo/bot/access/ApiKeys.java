package dev.relevo.bot.access;

import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Event;
import dev.relevo.crm.conversation.Journal;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.team.Role;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The keys by which programs use the API: made and revoked by an owner, good for one workspace.
/// Both are written in the journal, as `key.made` and `key.revoked`.
@Component
public class ApiKeys {

  /// How many good keys a workspace has at most.
  public static final int MOST = 50;

  /// The longest name, in characters.
  public static final int LONGEST_NAME = 80;

  /// What every key begins with, so that scanners of repositories know one when they see it.
  static final String PREFIX = "rlv_";

  private static final Pattern SHAPE = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
  private static final int HINT = PREFIX.length() + 4;

  private final ApiKeyTable table;
  private final Journal journal;
  private final Clock clock;
  private final TransactionTemplate transaction;

  ApiKeys(
      ApiKeyTable table, Journal journal, Clock clock, PlatformTransactionManager transactions) {
    this.table = table;
    this.journal = journal;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// A new key, the one time its secret is known.
  ///
  /// @param secret what a program sends as its bearer token; 256 random bits
  public record Made(ApiKey key, String secret) {

    @Override
    public String toString() {
      return key.toString();
    }
  }

  /// Makes a key.
  ///
  /// @param name 1 to 80 characters
  /// @param scopes at least one
  /// @return empty when there are [#MOST] keys already
  public Optional<Made> make(SignedIn by, String name, Set<Scope> scopes) {
    requireOwner(by);
    return transaction.execute(began -> added(by, name, scopes));
  }

  private Optional<Made> added(SignedIn by, String name, Set<Scope> scopes) {
    if (all(by).size() >= MOST) {
      return Optional.empty();
    }
    var secret = PREFIX + Token.fresh().text();
    var key =
        new ApiKey(
            0,
            name,
            secret.substring(0, HINT),
            scopes,
            by.member(),
            Column.now(clock),
            Optional.empty());
    var id = table.add(by.workspace(), key, Token.sha256(secret));
    note(by, "key.made", id, Map.of("scopes", texts(scopes)));
    var made =
        new ApiKey(id, name, key.hint(), scopes, key.madeBy(), key.madeAt(), Optional.empty());
    return Optional.of(new Made(made, secret));
  }

  /// The keys that are good, newest first.
  public List<ApiKey> all(SignedIn by) {
    requireOwner(by);
    return table.good(by.workspace());
  }

  /// The key is refused from the next request on; does nothing when it is not one of theirs.
  public void revoke(SignedIn by, long key) {
    requireOwner(by);
    transaction.executeWithoutResult(began -> {
      if (table.revoke(by.workspace(), key, by.member(), Column.now(clock))) {
        note(by, "key.revoked", key, Map.of());
      }
    });
  }

  /// Who calls with that secret; empty when no good key has it. Notes that it was used.
  Optional<ApiCaller> caller(String secret) {
    if (!SHAPE.matcher(secret).matches()) {
      return Optional.empty();
    }
    var caller = table.caller(Token.sha256(secret));
    caller.ifPresent(it -> table.used(it.key(), Column.now(clock)));
    return caller;
  }

  private void note(SignedIn by, String kind, long key, Map<String, String> more) {
    var data = new HashMap<>(more);
    data.put("key", Long.toString(key));
    journal.append(
        List.of(
            new Event(
                by.workspace(),
                Optional.empty(),
                Optional.empty(),
                kind,
                new Author.Person(by.member()),
                data)));
  }

  private static String texts(Set<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::text).collect(Collectors.joining(" "));
  }

  private static void requireOwner(SignedIn by) {
    if (!by.may(Role.OWNER)) {
      throw new NotAllowed("only an owner looks after the keys");
    }
  }
}
