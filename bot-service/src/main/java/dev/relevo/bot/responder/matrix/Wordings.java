package dev.relevo.bot.responder.matrix;

import dev.relevo.bot.responder.Filling;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Wording;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.retriever.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Puts into the customer's words what was decided: a row, a choice of rows, or a person.
@Component
final class Wordings {

  private final Workspaces workspaces;
  private final Filling filling;

  Wordings(Workspaces workspaces, Filling filling) {
    this.workspaces = workspaces;
    this.filling = filling;
  }

  /// What the row says and does.
  Outcome answer(Setting setting, Trained trained, Row row, String asked, Grounds grounds) {
    var answer =
        new RowAnswer(
            setting.asking().channelType(), turn(setting, row), it -> render(setting, it));
    var contents = answer.contents(row);
    var actions = RowAnswer.actions(row, asked);
    if (row.handoff()) {
      return new Outcome.Handoff(
          contents,
          "row",
          Summaries.row(house(setting), row.id().value(), asked),
          row.team(),
          actions,
          Optional.of(grounds),
          Language.of(row.language().toLanguageTag()));
    }
    var later = answer.later(row, trained.matrix());
    return contents.isEmpty() && later.isEmpty() && actions.isEmpty()
        ? new Outcome.Fallback(grounds)
        : new Outcome.Reply(contents, later, grounds, actions);
  }

  /// How often the row has been answered to this customer already: alternatives take turns.
  private static long turn(Setting setting, Row row) {
    var said =
        setting.before().stream()
            .filter(it ->
                it.content() instanceof Content.Text || it.content() instanceof Content.Choice)
            .filter(it -> it.grounds().filter(g -> g.row().equals(row.id().value())).isPresent())
            .count();
    return said + setting.asking().transcript().map(it -> it.contact().id().value()).orElse(0L);
  }

  /// The rows that are nearest, to choose from.
  Outcome offer(Setting setting, List<Hit> hits, Grounds grounds) {
    return new Outcome.Offer(
        Offering.of(text(setting, Wording.OFFER), hits, text(setting, Wording.TALK_TO_A_PERSON)),
        grounds);
  }

  /// A person takes over, as the customer asked for.
  Outcome aPerson(Setting setting) {
    var words = new ArrayList<String>();
    setting.before().reversed().stream()
        .filter(Message::inbound)
        .map(Message::content)
        .filter(Content.Text.class::isInstance)
        .map(it -> ((Content.Text) it).body())
        .findFirst()
        .ifPresent(words::add);
    return new Outcome.Handoff(
        List.of(),
        "asked",
        Summaries.asked(house(setting), String.join("", words)),
        Optional.empty(),
        List.of(),
        Optional.of(Reasons.word("handoff", "asked")));
  }

  /// A person takes over what no row can do.
  Outcome aPersonsWork(Setting setting, String what) {
    return new Outcome.Handoff(
        List.of(),
        what,
        Summaries.work(house(setting), what),
        Optional.empty(),
        List.of(),
        Optional.of(Reasons.word("handoff", what)));
  }

  /// That pictures and the like are not read; said once, not for every picture of an album.
  Outcome noWords(Setting setting) {
    var says = new Content.Text(text(setting, Wording.MEDIA_NOT_READ));
    var last = setting.before().reversed().stream().filter(it -> !it.inbound()).findFirst();
    var since = setting.before().reversed().stream().filter(Message::inbound).findFirst();
    var album = since.filter(it -> Asked.by(it.content(), List.of()) instanceof Asked.NoWords);
    return last.filter(it -> it.content().equals(says)).isPresent() && album.isPresent()
        ? new Outcome.Silence("media answered already")
        : new Outcome.Reply(List.of(says), Reasons.word("reply", "media without words"), List.of());
  }

  private String render(Setting setting, String text) {
    return setting
        .asking()
        .transcript()
        .map(it -> filling.fill(text, it.contact(), it.thread(), it.language()))
        .orElse(text);
  }

  private String text(Setting setting, Wording wording) {
    return workspaces.text(setting.asking().workspace(), wording, setting.asking().language());
  }

  private Language house(Setting setting) {
    return workspaces.find(setting.asking().workspace()).language();
  }
}
