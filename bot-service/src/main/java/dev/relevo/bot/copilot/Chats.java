package dev.relevo.bot.copilot;

import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.assistant.Assistants;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.conversation.ConversationId;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.MessageState;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.conversation.Transcript;
import dev.relevo.crm.workspace.AgentHelp;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Reads the conversations that people need help with.
@Component
final class Chats {

  private static final int READ = 60;

  private final Conversations conversations;
  private final Floor floor;
  private final Assistants assistants;
  private final Workspaces workspaces;

  Chats(Conversations conversations, Floor floor, Assistants assistants, Workspaces workspaces) {
    this.conversations = conversations;
    this.floor = floor;
    this.assistants = assistants;
    this.workspaces = workspaces;
  }

  AgentHelp wanted(WorkspaceId workspace) {
    return workspaces.find(workspace).agentHelp();
  }

  /// The open conversation, else the last one.
  Chat chat(Contact contact) {
    var thread = floor.read(contact.id());
    var messages =
        conversations.messages(contact.id(), Long.MAX_VALUE, READ).stream()
            .filter(it -> it.state() != MessageState.FAILED && it.state() != MessageState.WITHDRAWN)
            .toList();
    var open = thread.flatMap(ThreadState::conversation);
    var last = messages.isEmpty() ? open : open.or(messages.getLast()::conversation);
    return new Chat(
        contact,
        open,
        assistant(contact, thread),
        house(contact),
        last.map(it -> within(messages, it)).orElse(messages));
  }

  /// What a turn may read.
  Chat chat(Transcript transcript) {
    var contact = transcript.contact();
    var messages = new ArrayList<>(transcript.before());
    messages.add(transcript.message());
    return new Chat(
        contact,
        transcript.thread().conversation(),
        assistants.on(contact.workspace(), transcript.message().channel()),
        house(contact),
        messages);
  }

  private Language house(Contact contact) {
    return workspaces.find(contact.workspace()).language();
  }

  private static List<Message> within(List<Message> messages, ConversationId conversation) {
    return messages.stream()
        .filter(it -> it.conversation().filter(conversation::equals).isPresent())
        .toList();
  }

  private Assistant assistant(Contact contact, Optional<ThreadState> thread) {
    return thread
        .flatMap(ThreadState::channel)
        .map(it -> assistants.on(contact.workspace(), it))
        .orElseGet(() -> assistants.general(contact.workspace()));
  }
}
