package dev.relevo.eval.talk;

import dev.relevo.bot.TestBot;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.ClosingNote;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.Posting;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.desk.CrmRequest;
import dev.relevo.crm.desk.Desk;
import dev.relevo.crm.team.Member;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One customer with the bot and, at times, with a person.
public final class Talk {

  private static final int MANY = 200;

  private final TestBot bot;
  private final Member member;
  private final TestBot.Customer customer;
  private boolean begun;

  Talk(TestBot bot, Member member, TestBot.Customer customer) {
    this.bot = bot;
    this.member = member;
    this.customer = customer;
  }

  /// The customer writes; returns once the bot has decided and what it says is on record.
  public Came says(Content content) {
    long before = begun ? thread().sequence() : 0;
    begun = true;
    customer.writes(content);
    TestBot.await("an outcome", () -> undecided() == 0);
    return new Came(outcome(), after(before));
  }

  public Came says(String text) {
    return says(new Content.Text(text));
  }

  /// A person takes over and writes.
  public void personSays(String text) {
    does(new Author.Person(member.id()), new CrmAction.TakeOver());
    customer.hears(member, text);
  }

  /// A person gives the conversation back.
  public void handBack() {
    does(new Author.Person(member.id()), new CrmAction.ResumeBot());
  }

  public void close() {
    does(new Author.Person(member.id()), new CrmAction.CloseConversation(new ClosingNote("", "")));
  }

  /// Another bot said this before, on the same thread.
  void heardFromABot(String text) {
    var thread = thread();
    bot.conversations()
        .say(
            thread.contact(),
            List.of(
                new Posting(
                    Author.BOT,
                    thread.channel().orElseThrow(),
                    thread.address().orElseThrow(),
                    new Content.Text(text),
                    Optional.empty(),
                    Optional.empty())));
  }

  /// A person writes a note for colleagues, or fills a field.
  void does(CrmAction action) {
    does(new Author.Person(member.id()), action);
  }

  /// Who the customer is by now.
  public Contact contact() {
    return bot.bean(Contacts.class).find(bot.workspace(), customer.id()).orElseThrow();
  }

  ThreadState thread() {
    return customer.thread();
  }

  /// Notes for colleagues, in words.
  List<String> notes() {
    return bot.conversations().comments(customer.id(), Long.MAX_VALUE, MANY).stream()
        .map(it -> it.body())
        .toList();
  }

  private void does(Author by, CrmAction action) {
    bot.bean(Desk.class)
        .apply(
            new CrmRequest(
                UUID.randomUUID().toString(),
                bot.workspace(),
                customer.id(),
                by,
                "eval",
                List.of(action)));
  }

  private int undecided() {
    return bot.jdbc()
        .sql("SELECT count(*) FROM bot.inbound WHERE contact_id = :id AND outcome IS NULL")
        .param("id", customer.id().value())
        .query(Integer.class)
        .single();
  }

  private String outcome() {
    return customer.outcomes().getLast();
  }

  private List<Message> after(long sequence) {
    return bot.conversations().messages(customer.id(), Long.MAX_VALUE, MANY).stream()
        .filter(it -> it.sequence() > sequence && !it.inbound())
        .sorted(Comparator.comparingLong(Message::sequence))
        .toList();
  }
}
