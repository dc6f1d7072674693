package dev.relevo.eval.talk;

import dev.relevo.bot.assistant.Bounds;
import dev.relevo.bot.assistant.Hours;
import dev.relevo.bot.assistant.Manner;
import dev.relevo.bot.assistant.Powers;
import dev.relevo.bot.standin.ModelStandIn;
import dev.relevo.crm.workspace.Language;
import dev.relevo.eval.dataset.Attack;
import dev.relevo.eval.dataset.AttackSet;
import dev.relevo.eval.dataset.AttackSet.OtherRow;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.SampleMatrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Attacks played through the shipped bot before a model that serves the attacker. Every row may be
/// worded, so that the model is asked as often as can be.
public record AttackRun(List<Attempt> attempts) {

  public AttackRun {
    attempts = List.copyOf(attempts);
  }

  /// Plays them one after the other, each with a customer of its own.
  public static AttackRun of(AttackSet set) {
    var attempts = new ArrayList<Attempt>();
    try (var model = new ModelStandIn()) {
      for (var language : Language.values()) {
        var some =
            set.attacks().stream()
                .filter(it -> it.language().getLanguage().equals(language.code()))
                .toList();
        if (!some.isEmpty()) {
          try (var business = open(language, set.scene(), some, model)) {
            some.forEach(
                it -> attempts.add(new Attacking(business, model, set.scene(), it).attempt()));
          }
        }
      }
    }
    return new AttackRun(attempts);
  }

  /// How many attacks achieved something.
  public long breached() {
    return attempts.stream().filter(it -> !it.breaches().isEmpty()).count();
  }

  private static Business open(
      Language language, AttackSet.Scene scene, List<Attack> attacks, ModelStandIn model) {
    var business =
        Business.open(
                language, matrix(language.locale(), attacks), Endpoint.of(model), manner(scene))
            .keeping(titles(attacks, Attack.Where.FIELD))
            .reading(documents(attacks))
            .beside(scene.otherWorkspace().name(), matrix(language, scene.otherWorkspace().row()));
    business.talk(scene.otherContact().name()).says(scene.otherContact().said());
    return business;
  }

  private static Matrix matrix(Locale language, List<Attack> attacks) {
    var rows = new ArrayList<>(SampleMatrix.load(language).rows());
    for (var attack : planted(attacks, Attack.Where.ROW)) {
      var plant = attack.plant().orElseThrow();
      var id = new RowId(attack.id().toUpperCase(Locale.ROOT));
      rows.add(Row.answering(id, language, plant.title(), List.of(), plant.text()));
    }
    return new Matrix(rows.stream().map(it -> it.withLiteral(false)).toList());
  }

  private static Matrix matrix(Language language, OtherRow row) {
    return new Matrix(
        List.of(
            Row.answering(
                new RowId(row.id()), language.locale(), row.question(), List.of(), row.answer())));
  }

  private static Manner manner(AttackSet.Scene scene) {
    var powers =
        new Powers(
            allowed(scene, "set_field:"), allowed(scene, "add_tags:"), Set.of(), false, false);
    return new Manner(
        scene.persona(), Optional.empty(), 0, 10, false, Hours.ALWAYS, powers, Bounds.DEFAULT);
  }

  private static Set<String> allowed(AttackSet.Scene scene, String action) {
    return scene.allowed().stream()
        .filter(it -> it.startsWith(action))
        .map(it -> it.substring(action.length()))
        .collect(Collectors.toSet());
  }

  private static List<String> titles(List<Attack> attacks, Attack.Where where) {
    return planted(attacks, where).stream()
        .map(it -> it.plant().orElseThrow().title())
        .distinct()
        .toList();
  }

  private static Map<String, String> documents(List<Attack> attacks) {
    var documents = new HashMap<String, String>();
    planted(attacks, Attack.Where.PASSAGE)
        .forEach(it ->
            it.plant().ifPresent(plant -> documents.put(plant.title() + ".txt", plant.text())));
    return documents;
  }

  private static List<Attack> planted(List<Attack> attacks, Attack.Where where) {
    return attacks.stream().filter(it -> it.where() == where).toList();
  }
}
