package dev.relevo.bot.responder.llm;

import dev.relevo.bot.llm.Line;
import dev.relevo.bot.llm.Tool;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
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

  /// Around the lines, and in the worst case for the JSON around them.
  private static final int FRAME = 60;

  /// What a tool's call and its result add.
  private static final int TOOL_STEP = 120;

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
      var most = manner.bounds().promptTokens();
      this.system =
          Rules.text(
              material.language(),
              material.row(),
              !tools.isEmpty(),
              Tokens.cut(manner.persona(), most / 3));
      this.room =
          most - FRAME - Tokens.atMost(system) - Tokens.atMost(Proposal.SHAPE.schema()) - of(tools);
    }

    private static int of(List<Tool> tools) {
      return tools.isEmpty()
          ? 0
          : TOOL_STEP
              + tools.stream()
                  .mapToInt(
                      it -> Tokens.atMost(it.name() + it.description() + it.parameters()) + 10)
                  .sum();
    }

    Request request() {
      var sources = document.putArray("sources");
      var conversation = document.putArray("conversation");
      document.put("question", takes(masking.mask(material.question()), LONGEST_QUESTION));
      contact().ifPresent(it -> document.set("contact", it));
      if (!material.refused().isEmpty()) {
        document.put("refused", takes(material.refused(), LONGEST_ENTRY));
      }
      conversation.addAll(said(room / 3));
      var handed = handed();
      handed.forEach(it ->
          sources.addObject().put("id", it.id()).put("title", it.title()).put("text", it.text()));
      var lines =
          List.<Line>of(new Line.Rules(system), new Line.Data(JSON.writeValueAsString(document)));
      return new Request(lines, handed, system);
    }

    private String takes(String text, int most) {
      var cut = Tokens.cut(text, Math.max(most / 3, Math.min(most, room)));
      room -= Tokens.atMost(cut) + 6;
      return cut;
    }

    /// The newest messages that have room, oldest first.
    private List<ObjectNode> said(int most) {
      var manner = material.asking().assistant().manner();
      var before = material.asking().before().reversed();
      var said = new ArrayList<ObjectNode>();
      var left = most;
      for (var message : before.subList(0, Math.min(manner.historyTurns(), before.size()))) {
        var text = Tokens.cut(masking.mask(words(message.content())), LONGEST_ENTRY);
        var tokens = Tokens.atMost(text) + 12;
        if (text.isBlank()) {
          continue;
        }
        if (tokens > left) {
          break;
        }
        left -= tokens;
        room -= tokens;
        said.addFirst(
            JsonNodeFactory.instance.objectNode().put("by", by(message)).put("text", text));
      }
      return said;
    }

    private List<Source> handed() {
      var handed = new ArrayList<Source>();
      for (var source : material.sources()) {
        var head = Tokens.atMost(source.id() + source.title()) + 20;
        if (room - head < LEAST_SOURCE) {
          break;
        }
        var text = Tokens.cut(source.text(), Math.min(room - head, Math.max(room / 2, NO_ROOM)));
        room -= head + Tokens.atMost(text);
        handed.add(source.cut(text));
      }
      return handed;
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

  /// What a message says in words.
  static String words(Content content) {
    return switch (content) {
      case Content.Text(var body) -> body;
      case Content.Choice(var body, _) -> body;
      case Content.Picked(_, var label) -> label;
      case Content.Media media -> media.caption();
      case Content.Template template -> String.join(" ", template.parameters());
      case Content.Place _,
          Content.Cards _,
          Content.Reaction _,
          Content.Order _,
          Content.Form _,
          Content.Notice _,
          Content.Unsupported _ ->
          "";
    };
  }
}
