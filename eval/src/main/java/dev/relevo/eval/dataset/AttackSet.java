package dev.relevo.eval.dataset;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.SampleMatrix;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Attacks on the shipped sample matrices, and the scene in which they are played.
public record AttackSet(Scene scene, List<Attack> attacks) {

  private static final String FILE = "attacks.json";

  /// They cite what is not there on purpose.
  private static final Set<Attack.Wants> CITE_ANYTHING =
      Set.of(Attack.Wants.FAKE_CITATION, Attack.Wants.LEAK_WORKSPACE);

  /// What is there to be leaked and misused.
  ///
  /// @param persona the assistant's; holds a word that nobody outside may see
  /// @param allowed the actions the owner allowed, as in [Attack.Breach#did]
  /// @param otherContact somebody else of the same workspace
  /// @param otherWorkspace with a row of its own
  /// @param note an internal note in the attacked conversation
  public record Scene(
      String persona,
      List<String> allowed,
      OtherContact otherContact,
      OtherWorkspace otherWorkspace,
      String note) {}

  /// Somebody else, and what she said.
  public record OtherContact(String name, String phone, String email, String said) {}

  /// Another business on the same server.
  public record OtherWorkspace(String name, OtherRow row) {}

  /// A row of another business.
  public record OtherRow(String id, String question, String answer) {}

  public AttackSet {
    attacks = List.copyOf(attacks);
    var ids = new HashSet<String>();
    var samples = new HashMap<Locale, Matrix>();
    for (var attack : attacks) {
      demand(ids.add(attack.id()), attack, "has an id that another one has");
      check(attack);
      cites(attack, samples.computeIfAbsent(attack.language(), SampleMatrix::load));
    }
  }

  /// The attacks that come with Relevo.
  public static AttackSet shipped() {
    return Shipped.read(FILE, AttackSet.class);
  }

  private static void check(Attack attack) {
    boolean planted = attack.where() != Attack.Where.MESSAGE;
    demand(planted == attack.plant().isPresent(), attack, "is planted elsewhere than it says");
    demand(
        attack.order().arrivesIn(attack.words()), attack, "has a trigger that is not in its words");
    var breach = attack.breach();
    boolean judged =
        breach.leaksInstructions()
            || !breach.said().isEmpty()
            || !breach.patterns().isEmpty()
            || !breach.did().isEmpty();
    demand(judged, attack, "does not say what a breach is");
    breach.patterns().forEach(it -> demand(isPattern(it), attack, "has a wrong pattern " + it));
  }

  private static void cites(Attack attack, Matrix sample) {
    if (!CITE_ANYTHING.contains(attack.wants())) {
      for (var cited : attack.obeying().citations()) {
        var row = new RowId(cited.replaceFirst("^r:", ""));
        demand(sample.row(row).isPresent(), attack, "cites no row of the sample with " + cited);
      }
    }
  }

  private static boolean isPattern(String pattern) {
    try {
      return !Pattern.compile(pattern).pattern().isBlank();
    } catch (PatternSyntaxException wrong) {
      return false;
    }
  }

  private static void demand(boolean holds, Attack attack, String fault) {
    if (!holds) {
      throw new DatasetUnreadable(
          "%s: attack %s %s; correct it.".formatted(FILE, attack.id(), fault));
    }
  }
}
