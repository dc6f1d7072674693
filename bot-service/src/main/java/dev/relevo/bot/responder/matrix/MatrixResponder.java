package dev.relevo.bot.responder.matrix;

import dev.relevo.bot.responder.Outcome;
import dev.relevo.bot.responder.Responder;
import dev.relevo.bot.responder.Responders;
import dev.relevo.bot.responder.Trial;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.Transcript;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Wording;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.retriever.Query;
import dev.relevo.knowledge.retriever.Retrieval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Answers with the rows of the published matrix, word for word.
@Component
final class MatrixResponder implements Responder, Responders.Tried {

  private final MatrixWatch watch;
  private final DraftTraining drafts;
  private final Workspaces workspaces;
  private final Filling filling;
  private final Responders.ChannelTypes channelTypes;

  MatrixResponder(
      MatrixWatch watch,
      DraftTraining drafts,
      Workspaces workspaces,
      Filling filling,
      Responders.ChannelTypes channelTypes) {
    this.watch = watch;
    this.drafts = drafts;
    this.workspaces = workspaces;
    this.filling = filling;
    this.channelTypes = channelTypes;
  }

  /// What is known beside the message itself.
  ///
  /// @param trained the rows to answer from; empty before anything was published
  /// @param transcript empty when a question is only tried out
  /// @param speaks the language the customer is known to speak
  private record Setting(
      WorkspaceId workspace,
      Optional<Trained> trained,
      Optional<Transcript> transcript,
      String channelType,
      List<Message> before,
      Language language,
      Optional<Locale> speaks) {}

  private record Decided(Optional<Retrieval> retrieval, Outcome outcome) {}

  @Override
  public Outcome respond(Transcript transcript) {
    var contact = transcript.contact();
    var setting =
        new Setting(
            contact.workspace(),
            watch.trained(contact.workspace()),
            Optional.of(transcript),
            channelTypes.type(transcript.message().channel()),
            transcript.before(),
            transcript.language(),
            contact.language().map(Language::locale));
    return decide(setting, transcript.message().content()).outcome();
  }

  @Override
  public Trial tryOut(
      WorkspaceId workspace, Responders.Matter matter, String text, Language language) {
    var trained =
        switch (matter) {
          case PUBLISHED -> watch.trained(workspace);
          case DRAFT -> drafts.trained(workspace);
        };
    var setting =
        new Setting(
            workspace,
            trained,
            Optional.empty(),
            "",
            List.of(),
            language,
            Optional.of(language.locale()));
    var decided = decide(setting, new Content.Text(text));
    return new Trial(decided.retrieval(), decided.outcome(), List.of());
  }

  private Decided decide(Setting setting, Content content) {
    return switch (Asked.by(content, setting.before())) {
      case Asked.Words(var text) -> look(setting, text);
      case Asked.TheRow(var id, var label) ->
          setting
              .trained()
              .flatMap(it -> it.matrix().row(id).map(row -> picked(setting, it, row, label)))
              .orElseGet(() -> label.isBlank() ? nothing() : look(setting, label));
      case Asked.APerson _ -> plain(aPerson(setting));
      case Asked.APage(var url) ->
          plain(
              new Outcome.Reply(
                  List.of(new Content.Text(url)), Reasons.word("reply", "page"), List.of()));
      case Asked.NoWords _ -> plain(noWords(setting));
      case Asked.APersonsWork(var what) -> plain(aPersonsWork(setting, what));
      case Asked.NotAQuestion(var what) -> plain(new Outcome.Silence(what));
    };
  }

  private Decided look(Setting setting, String text) {
    var trained = setting.trained().orElse(null);
    if (trained == null) {
      return nothing();
    }
    var retrieval =
        trained.retriever().retrieve(new Query(text, setting.speaks().filter(trained::speaks)));
    var outcome =
        switch (retrieval) {
          case Retrieval.Found(var hit, _) ->
              answer(setting, trained, hit.row(), text, Reasons.of(retrieval, trained));
          case Retrieval.Several(var hits, _) ->
              new Outcome.Offer(
                  Offering.of(
                      text(setting, Wording.OFFER), hits, text(setting, Wording.TALK_TO_A_PERSON)),
                  Reasons.of(retrieval, trained));
          case Retrieval.Nothing _ -> new Outcome.Fallback(Reasons.of(retrieval, trained));
        };
    return new Decided(Optional.of(retrieval), outcome);
  }

  private Decided picked(Setting setting, Trained trained, Row row, String label) {
    return plain(answer(setting, trained, row, label, Reasons.picked(row, trained)));
  }

  private Outcome answer(Setting setting, Trained trained, Row row, String asked, Grounds grounds) {
    var answer =
        new RowAnswer(setting.channelType(), turn(setting, row), it -> render(setting, it));
    var contents = answer.contents(row);
    var actions = RowAnswer.actions(row, asked);
    if (row.handoff()) {
      return new Outcome.Handoff(
          contents,
          "row",
          Summaries.row(house(setting), row.id().value(), asked),
          row.team(),
          actions,
          Optional.of(grounds));
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
    return said + setting.transcript().map(it -> it.contact().id().value()).orElse(0L);
  }

  private Outcome aPerson(Setting setting) {
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

  private Outcome aPersonsWork(Setting setting, String what) {
    return new Outcome.Handoff(
        List.of(),
        what,
        Summaries.work(house(setting), what),
        Optional.empty(),
        List.of(),
        Optional.of(Reasons.word("handoff", what)));
  }

  /// Said once, not for every picture of an album.
  private Outcome noWords(Setting setting) {
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
        .transcript()
        .map(it -> filling.fill(text, it.contact(), it.thread(), it.language()))
        .orElse(text);
  }

  private String text(Setting setting, Wording wording) {
    return workspaces.text(setting.workspace(), wording, setting.language());
  }

  private Language house(Setting setting) {
    return workspaces.find(setting.workspace()).language();
  }

  private static Decided plain(Outcome outcome) {
    return new Decided(Optional.empty(), outcome);
  }

  private static Decided nothing() {
    return plain(new Outcome.Fallback(Reasons.word("fallback", "no published matrix")));
  }
}
