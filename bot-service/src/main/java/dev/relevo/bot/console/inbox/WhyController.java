package dev.relevo.bot.console.inbox;

import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.CallLine;
import dev.relevo.bot.console.CallLines;
import dev.relevo.bot.console.NotHere;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Journal;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.team.Role;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Why the bot said what it said: the question, the rows and passages, and what was asked of
/// models. For whoever may read the thread.
@Controller
@Door(Role.AGENT)
class WhyController {

  private final Conversations conversations;
  private final Journal journal;
  private final Talks talks;
  private final CallLines calls;
  private final Words words;

  WhyController(
      Conversations conversations, Journal journal, Talks talks, CallLines calls, Words words) {
    this.conversations = conversations;
    this.journal = journal;
    this.talks = talks;
    this.calls = calls;
    this.words = words;
  }

  @GetMapping("/console/inbox/{contact}/why/{message:[1-9][0-9]{0,17}}")
  String why(
      @AuthenticationPrincipal SignedIn me,
      Contact contact,
      @PathVariable("message") long number,
      Model model) {
    var answer = answer(contact, new MessageId(number));
    var question = journal.answered(contact.id(), answer.id());
    var asked = question.flatMap(conversations::message).stream().toList();
    model.addAttribute("who", words.called(me, contact));
    model.addAttribute("contact", contact.id().value());
    model.addAttribute("asked", talks.shown(me, asked));
    model.addAttribute("answer", talks.shown(me, List.of(answer)).getFirst());
    model.addAttribute(
        "calls", question.map(it -> calls.answering(me, it)).orElse(List.<CallLine>of()));
    return "console/inbox/why";
  }

  /// Words of the bot's in this very thread.
  private Message answer(Contact contact, MessageId id) {
    return conversations
        .message(id)
        .filter(it -> it.contact().equals(contact.id()) && it.author() instanceof Author.Bot)
        .orElseThrow(() -> new NotHere("no answer of the bot's"));
  }
}
