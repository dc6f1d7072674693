package dev.relevo.bot.copilot;

import dev.relevo.bot.fact.Leak;
import dev.relevo.bot.fact.Masking;
import dev.relevo.bot.llm.Line;
import dev.relevo.bot.llm.Tokens;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a model is given to read: our rules, and one JSON document of data. Of a conversation the
/// newest messages that have room.
final class Page {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// What a request takes besides rules and data.
  private static final int FRAME = 120;

  private static final int LONGEST_ENTRY = 600;

  private final String rules;
  private final Masking masking;
  private final ObjectNode data = JsonNodeFactory.instance.objectNode();
  private int room;

  /// @param most the longest request, in tokens
  Page(String rules, Masking masking, int most) {
    this.rules = rules;
    this.masking = masking;
    this.room = most - FRAME - weight(rules);
  }

  Page with(String name, String text) {
    data.put(name, masking.mask(text));
    room -= weight(data.path(name).toString()) + name.length();
    return this;
  }

  Page with(Chat chat) {
    var entries = new ArrayList<ObjectNode>();
    for (var message : chat.messages().reversed()) {
      var entry =
          JsonNodeFactory.instance
              .objectNode()
              .put("by", Chat.by(message))
              .put("text", masking.mask(shortened(message.content().words())));
      room -= weight(entry.toString()) + 1;
      if (room < 0) {
        break;
      }
      entries.addFirst(entry);
    }
    data.putArray("conversation").addAll(entries);
    return this;
  }

  /// Whether a text says our rules; what the data say may be said.
  boolean isLetOutBy(String text) {
    return Leak.in(text, List.of(rules), masking.restore(data.toString()));
  }

  List<Line> lines() {
    return List.of(new Line.Rules(rules), new Line.Data(JSON.writeValueAsString(data)));
  }

  /// As it is sent, a string in a document.
  private static int weight(String text) {
    return Tokens.count(JSON.writeValueAsString(text));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_ENTRY ? text : text.substring(0, LONGEST_ENTRY) + "…";
  }
}
