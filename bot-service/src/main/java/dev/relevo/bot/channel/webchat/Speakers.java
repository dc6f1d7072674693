package dev.relevo.bot.channel.webchat;

import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Who speaks, as a customer may know it: the bot, or a person by their first name.
@Component
final class Speakers {

  private static final int RECENT = 20;

  private final Members members;
  private final Conversations conversations;

  Speakers(Members members, Conversations conversations) {
    this.members = members;
    this.conversations = conversations;
  }

  Seen.Speaker of(ThreadState thread) {
    return thread.botHasFloor()
        ? new Seen.Speaker("bot", null)
        : new Seen.Speaker("person", person(thread).orElse(null));
  }

  /// The first name of a person who speaks; empty for everybody else.
  Optional<String> name(WorkspaceId workspace, Author author) {
    return author instanceof Author.Person person
        ? members.find(workspace, person.member()).map(Member::name).map(Speakers::first)
        : Optional.empty();
  }

  /// Whoever is responsible; else whoever wrote after the bot did. Not by time: the floor changes
  /// hands in the moment a person's words are stored.
  private Optional<String> person(ThreadState thread) {
    var assigned =
        thread.assignee().flatMap(it -> members.find(thread.workspace(), it)).map(Member::name);
    return assigned.map(Speakers::first).or(() -> lastWhoWrote(thread));
  }

  private Optional<String> lastWhoWrote(ThreadState thread) {
    List<Message> recent =
        conversations.messages(thread.contact(), Long.MAX_VALUE, RECENT).reversed();
    return recent.stream()
        .map(Message::author)
        .filter(it -> it instanceof Author.Person || it instanceof Author.Bot)
        .findFirst()
        .flatMap(it -> name(thread.workspace(), it));
  }

  static String first(String name) {
    return name.strip().split("\\s+", 2)[0];
  }
}
