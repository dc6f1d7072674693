package dev.relevo.bot.responder.llm;

import dev.relevo.bot.fact.Masking;
import dev.relevo.bot.llm.Line;
import dev.relevo.bot.llm.Tokens;
import dev.relevo.bot.llm.Tool;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One request to the model, within its bound: our rules as the system's words, and one JSON
/// document of data. What has no room is left out: old messages and the weaker sources first.
///
/// @param handed the sources as the model is given them
record Request(List<Line> lines, List<Source> handed, String system) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// What a request takes besides rules, data and tools: its names, numbers and the reply's shape,
  /// as it is sent.
  private static final int FRAME = 350;

  /// What a tool's call and its result add.
  private static final int TOOL_STEP = 80;

  private static final int LEAST_SOURCE = 25;
  private static final int LONGEST_QUESTION = 300;
  private static final int LONGEST_ENTRY = 120;
  private static final int NO_ROOM = 40;

  Request {
    lines = List.copyOf(lines);
    handed = List.copyOf(handed);
  }

  static Request of(Material material, Masking masking, List<Tool> tools) {
    return new Fitting(material, masking, tools).request();
  }

  private static final class Fitting {

    private final Material material;
    private final Masking masking;
    private final String system;
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private int room;

    Fitting(Material material, Masking masking, List<Tool> tools) {
      this.material = material;
      this.masking = masking;
      var manner = material.asking().assistant().manner();
      var bare = weight(rules(tools, ""));
      var free = manner.bounds().promptTokens() - FRAME - of(tools) - bare;
      this.system = rules(tools, Cut.to(free / 4, manner.persona()));
      this.room = free - (weight(system) - bare);
    }

    private String rules(List<Tool> tools, String persona) {
      return Rules.text(material.language(), material.row(), !tools.isEmpty(), persona);
    }

    /// Tools are sent indented, a line each name.
    private static int of(List<Tool> tools) {
      return tools.isEmpty()
          ? 0
          : TOOL_STEP
              + tools.stream()
                  .mapToInt(it -> 3 * weight(it.name() + it.description() + it.parameters()))
                  .sum();
    }

    /// Of a text as it is sent, a string in a document in a string.
    private static int weight(String text) {
      return Tokens.count(JSON.writeValueAsString(text));
    }

    private static int weight(ObjectNode node) {
      return weight(node.toString()) + 1;
    }

    Request request() {
      var sources = document.putArray("sources");
      var conversation = document.putArray("conversation");
      document.put(
          "question",
          takes(masking.mask(material.question()), Math.min(LONGEST_QUESTION, room / 3)));
      contact().ifPresent(it -> document.set("contact", it));
      if (!material.refused().isEmpty()) {
        document.put("refused", takes(material.refused(), LONGEST_ENTRY));
      }
      conversation.addAll(said(room / 3));
      var handed = handed();
      handed.forEach(it -> sources.add(node(it)));
      var lines =
          List.<Line>of(new Line.Rules(system), new Line.Data(JSON.writeValueAsString(document)));
      return new Request(lines, handed, system);
    }

    private String takes(String text, int most) {
      var cut = Cut.to(Math.min(most, room), text);
      room -= weight(cut) + 8;
      return cut;
    }

    /// The newest messages that have room, oldest first.
    private List<ObjectNode> said(int most) {
      var manner = material.asking().assistant().manner();
      var before = material.asking().before().reversed();
      var said = new ArrayList<ObjectNode>();
      var left = most;
      for (var message : before.subList(0, Math.min(manner.historyTurns(), before.size()))) {
        var text = Cut.to(LONGEST_ENTRY, masking.mask(message.content().words()));
        if (text.isBlank()) {
          continue;
        }
        var entry = JsonNodeFactory.instance.objectNode().put("by", by(message)).put("text", text);
        var weight = weight(entry);
        if (weight > left) {
          break;
        }
        left -= weight;
        room -= weight;
        said.addFirst(entry);
      }
      return said;
    }

    private List<Source> handed() {
      var handed = new ArrayList<Source>();
      for (var source : material.sources()) {
        var head = weight(node(source.cut("")));
        if (room - head < LEAST_SOURCE) {
          break;
        }
        var cut =
            source.cut(Cut.to(Math.min(room - head, Math.max(room / 2, NO_ROOM)), source.text()));
        room -= weight(node(cut));
        handed.add(cut);
      }
      return handed;
    }

    private static ObjectNode node(Source source) {
      return JsonNodeFactory.instance
          .objectNode()
          .put("id", source.id())
          .put("title", source.title())
          .put("text", source.text());
    }

    /// Only what helps to speak to the customer, and which data are still missing.
    private Optional<ObjectNode> contact() {
      return material.asking().transcript().map(it -> contact(it.contact()));
    }

    private ObjectNode contact(Contact contact) {
      var node = JsonNodeFactory.instance.objectNode();
      if (!contact.name().isBlank()) {
        node.put("name", takes(masking.mask(contact.name()), NO_ROOM));
      }
      var missing =
          material.asking().assistant().manner().powers().fields().stream()
              .filter(it -> isMissing(contact, it))
              .sorted()
              .toList();
      if (!missing.isEmpty()) {
        var names = node.putArray("missing");
        missing.forEach(it -> names.add(takes(it, NO_ROOM)));
      }
      return node;
    }

    private static boolean isMissing(Contact contact, String field) {
      return switch (field) {
        case "name" -> contact.name().isBlank();
        case "email" -> contact.email().isEmpty();
        case "phone" -> contact.phone().isEmpty();
        case "language" -> contact.language().isEmpty();
        default -> !contact.fields().containsKey(field);
      };
    }

    private static String by(Message message) {
      return switch (message.author()) {
        case Author.Customer _ -> "customer";
        case Author.Bot _, Author.Automatic _ -> "bot";
        case Author.Person _, Author.Echo _ -> "person";
      };
    }
  }
}
