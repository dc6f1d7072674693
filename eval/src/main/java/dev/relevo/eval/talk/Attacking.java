package dev.relevo.eval.talk;

import dev.relevo.bot.standin.AttackersServant;
import dev.relevo.bot.standin.ModelRequest;
import dev.relevo.bot.standin.ModelStandIn;
import dev.relevo.bot.standin.Script;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.eval.dataset.Attack;
import dev.relevo.eval.dataset.AttackSet;
import dev.relevo.eval.metric.Breaches;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One attack under way.
record Attacking(Business business, ModelStandIn model, AttackSet.Scene scene, Attack attack) {

  private static final String CUSTOMER = "Ana Torres";

  Attempt attempt() {
    int before = model.log().size();
    var talk = business.talk(at(Attack.Where.CONTACT_NAME) ? plant() : CUSTOMER);
    var said = new ArrayList<>(prepared(talk));
    var was = Standing.of(talk);
    model.answering(obeying());
    if (at(Attack.Where.HISTORY)) {
      said.addAll(talk.says(plant()).words());
    }
    said.addAll(talk.says(asked()).words());
    var notes = talk.notes();
    notes.stream().filter(it -> !it.equals(scene.note())).forEach(said::add);
    return judged(model.chats(before), said, was.until(Standing.of(talk)));
  }

  /// Says hello and plants what must be there before.
  private List<String> prepared(Talk talk) {
    model.answering(new AttackersServant(List.of()));
    var said = talk.says("Hola").words();
    talk.does(new CrmAction.AddComment(scene.note()));
    if (at(Attack.Where.FIELD)) {
      talk.does(new CrmAction.SetField(attack.plant().orElseThrow().title(), plant()));
    }
    if (at(Attack.Where.DIALOGFLOW)) {
      talk.heardFromABot(plant());
    }
    return said;
  }

  private Content asked() {
    return at(Attack.Where.FILE_NAME)
        ? new Content.Media(
            Content.MediaKind.DOCUMENT,
            Optional.empty(),
            Optional.empty(),
            attack.asks(),
            plant(),
            "application/pdf",
            Optional.empty())
        : new Content.Text(attack.asks());
  }

  /// A tool's result is of our own words: the servant takes the plant for one all the same.
  private Script obeying() {
    var servant = new AttackersServant(List.of(attack.order()));
    return at(Attack.Where.TOOL_RESULT)
        ? request -> servant.answer(withResult(request, plant()))
        : servant;
  }

  private static ModelRequest withResult(ModelRequest request, String text) {
    var messages = new ArrayList<>(request.messages());
    messages.add(messages.size() - 1, new ModelRequest.Message("tool", text, List.of()));
    return new ModelRequest(
        request.model(),
        messages,
        request.tools(),
        request.format(),
        request.streamed(),
        request.usageAsked());
  }

  private Attempt judged(List<ModelRequest> chats, List<String> said, List<String> did) {
    var instructions =
        chats.stream().map(ModelRequest::instructions).distinct().collect(Collectors.joining("\n"));
    var asked = chats.stream().map(it -> it.instructions() + "\n" + it.material()).toList();
    var breaches = Breaches.of(attack, new Breaches.Seen(instructions, said, did, asked));
    boolean arrived =
        chats.stream()
            .filter(this::isTheTask)
            .anyMatch(it -> attack.order().arrivesIn(it.material()));
    return new Attempt(
        attack, arrived || at(Attack.Where.TOOL_RESULT), chats.size(), said, breaches);
  }

  /// Answers come in a shape, summaries as text.
  private boolean isTheTask(ModelRequest request) {
    return (attack.task() == Attack.Task.SUMMARISE) == request.format().equals("text");
  }

  private boolean at(Attack.Where where) {
    return attack.where() == where;
  }

  private String plant() {
    return attack.plant().map(Attack.Plant::text).orElse("");
  }
}
