package dev.relevo.eval.talk;

import dev.relevo.bot.assistant.Bounds;
import dev.relevo.bot.assistant.Hours;
import dev.relevo.bot.assistant.Manner;
import dev.relevo.bot.assistant.Powers;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.bot.responder.Responders;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.workspace.Language;
import dev.relevo.eval.dataset.Dialogue;
import dev.relevo.eval.dataset.Dialogue.Expected;
import dev.relevo.knowledge.matrix.SampleMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/// Dialogues played on the sample matrices, a new customer each. Where the bot calls a person and
/// the dialogue does not, the person gives it back at once, so that the rest counts as well.
///
/// @param model what answered behind the matrix, for people
public record DialogueRun(String model, List<Said> said) {

  public DialogueRun {
    said = List.copyOf(said);
  }

  /// Plays them all.
  ///
  /// @param calls how many calls of the model there were so far
  public static DialogueRun of(
      List<Dialogue> dialogues, String label, Endpoint model, IntSupplier calls) {
    var said = new ArrayList<Said>();
    for (var language : Language.values()) {
      var some = dialogues.stream().filter(it -> language(it).equals(language)).toList();
      if (!some.isEmpty()) {
        try (var business = open(language, some, model)) {
          some.forEach(it -> new Playing(business, it, calls, said).play());
        }
      }
    }
    return new DialogueRun(label, said);
  }

  private static Business open(Language language, List<Dialogue> dialogues, Endpoint model) {
    var fields =
        dialogues.stream()
            .flatMap(it -> it.turns().stream())
            .filter(Dialogue.Customer.class::isInstance)
            .flatMap(it -> ((Dialogue.Customer) it).captures().keySet().stream())
            .collect(Collectors.toSet());
    var powers = new Powers(fields, Set.of(), Set.of(), false, false);
    var manner =
        new Manner("", Optional.empty(), 0, 10, false, Hours.ALWAYS, powers, Bounds.DEFAULT);
    return Business.open(language, SampleMatrix.load(language.locale()), model, manner)
        .keeping(fields);
  }

  private static Language language(Dialogue dialogue) {
    return Language.of(dialogue.language().getLanguage()).orElseThrow();
  }

  /// One dialogue under way.
  private record Playing(Business business, Dialogue dialogue, IntSupplier calls, List<Said> into) {

    void play() {
      var talk = business.talk("");
      for (var turn : dialogue.turns()) {
        switch (turn) {
          case Dialogue.Customer customer -> into.add(said(talk, customer));
          case Dialogue.Person(var text) -> talk.personSays(text);
          case Dialogue.HandBack _ -> talk.handBack();
          case Dialogue.Closed _ -> talk.close();
        }
      }
    }

    private Said said(Talk talk, Dialogue.Customer turn) {
      int before = calls.getAsInt();
      var came = talk.says(turn.text());
      if (came.kind() == Expected.HANDED_OFF && !turn.expect().contains(Expected.HANDED_OFF)) {
        talk.handBack();
      }
      boolean captured = !turn.captures().isEmpty() && holds(talk.contact(), turn.captures());
      return new Said(dialogue, turn, came, captured, byTheMatrix(turn), calls.getAsInt() - before);
    }

    private boolean byTheMatrix(Dialogue.Customer turn) {
      var bot = business.bot();
      var looked =
          bot.bean(Responders.class)
              .look(bot.workspace(), Responders.Matter.PUBLISHED, turn.text(), language(dialogue));
      return looked.outcome() instanceof Outcome.Reply;
    }

    private static boolean holds(Contact contact, Map<String, String> captures) {
      return captures.entrySet().stream()
          .allMatch(it -> it.getValue().equals(contact.fields().get(it.getKey())));
    }
  }
}
