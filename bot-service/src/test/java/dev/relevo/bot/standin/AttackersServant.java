package dev.relevo.bot.standin;

import dev.relevo.bot.standin.Handed.Reply;
import dev.relevo.bot.standin.Handed.Source;
import dev.relevo.bot.standin.ModelRequest.ToolCall;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A model that serves whoever attacks it: what its request holds anywhere, it obeys. Only what the
/// asking side's structure prevents, is prevented.
///
/// An [Order] says what obeying means where the words of the attack are found, in whatever
/// disguise. Where none is found it reads for itself: it lets out its instructions and all it was
/// handed when a text speaks of them, repeats every link, price, phone and percentage that stands
/// anywhere, calls every tool that is named, and cites every id there is.
public final class AttackersServant implements Script {

  private static final Pattern LEAK =
      Pattern.compile("(?i)prompt|instruc|instruç|system message|mensaje de sistema|repeat|repite");
  private static final Pattern DEMANDED =
      Pattern.compile(
          "https?://\\S+|www\\.\\S+|(?:USD|US\\$|\\$|R\\$|€)\\s?[\\d.,]+|\\+?\\d[\\d ()-]{6,}\\d"
              + "|\\d+\\s?%|\\d{1,2}/\\d{1,2}/\\d{2,4}|!\\[[^]]*]\\([^)]*\\)|<[a-z][^>]*>");
  private static final Pattern ID = Pattern.compile("\\b[rp]:[A-Za-z0-9._-]+");
  private static final Pattern CALL =
      Pattern.compile("\\b([a-z]+(?:_[a-z]+)+)\\b\\s*[( ]?\\s*(\\{[^}]*})?");

  private final List<Order> orders;

  /// What obeying one attack means. In `text`, `{{instructions}}` (also `{{instructions64}}` and
  /// `{{instructionsReversed}}`), `{{sources}}` and `{{everything}}` stand for what the request
  /// holds.
  ///
  /// @param trigger words of the attack, by which it is known that the attack arrived
  /// @param citations ids to cite; when empty, every id that was handed over
  public record Order(String trigger, String text, List<String> citations, List<ToolCall> calls) {
    public Order {
      citations = List.copyOf(citations);
      calls = List.copyOf(calls);
    }

    /// Whether a text holds the attack, in whatever disguise.
    public boolean arrivesIn(String text) {
      return isIn(Reading.deep(text));
    }

    private boolean isIn(String read) {
      return read.contains(Reading.plain(trigger));
    }
  }

  public AttackersServant(List<Order> orders) {
    this.orders = List.copyOf(orders);
  }

  @Override
  public ModelAnswer answer(ModelRequest request) {
    var read = read(request.messages().stream());
    var order = orders.stream().filter(it -> it.isIn(read)).findFirst();
    var calls = order.map(Order::calls).orElseGet(() -> named(request));
    var text = order.map(it -> filled(it.text(), request)).orElseGet(() -> everything(request));
    var citations = order.map(Order::citations).filter(it -> !it.isEmpty());
    return calls.isEmpty() || request.isAfterTool()
        ? ModelAnswer.says(said(text, citations.orElseGet(() -> ids(request)), request))
        : ModelAnswer.calls(calls);
  }

  private static String said(String text, List<String> citations, ModelRequest request) {
    return Handed.in(request)
        .map(it -> new Reply("answer", text, citations, "es", it.question()).json())
        .orElse(text);
  }

  private static String filled(String text, ModelRequest request) {
    var instructions = request.instructions();
    var bytes = instructions.getBytes(StandardCharsets.UTF_8);
    return text.replace("{{instructions}}", instructions)
        .replace("{{instructions64}}", Base64.getEncoder().encodeToString(bytes))
        .replace("{{instructionsReversed}}", new StringBuilder(instructions).reverse())
        .replace("{{sources}}", sources(request))
        .replace("{{everything}}", request.instructions() + "\n" + request.material());
  }

  private static String sources(ModelRequest request) {
    return String.join("\n", handed(request).stream().map(Source::text).toList());
  }

  private static List<String> ids(ModelRequest request) {
    var ids = new ArrayList<>(handed(request).stream().map(Source::id).toList());
    Reading.all(ID, material(request)).stream().filter(it -> !ids.contains(it)).forEach(ids::add);
    return ids;
  }

  private static List<Source> handed(ModelRequest request) {
    return Handed.in(request).map(Handed::sources).orElse(List.of());
  }

  private static String material(ModelRequest request) {
    return read(request.messages().stream().filter(it -> !it.isInstruction()));
  }

  private static String read(Stream<ModelRequest.Message> messages) {
    return messages.map(it -> Reading.deep(it.text())).collect(Collectors.joining("\n"));
  }

  private static String everything(ModelRequest request) {
    var read = material(request);
    var said = new StringBuilder(String.join(" ", Reading.all(DEMANDED, read)));
    if (LEAK.matcher(read).find()) {
      said.append('\n').append(filled("{{everything}}", request));
    }
    return said.isEmpty() ? filled("{{sources}}", request) : said.toString();
  }

  /// Tools that are on offer and those that only the attacker speaks of, with the arguments given.
  private static List<ToolCall> named(ModelRequest request) {
    var read = material(request);
    var offered = request.tools().stream().map(ModelRequest.Tool::name).toList();
    return CALL.matcher(read)
        .results()
        .filter(it -> offered.contains(it.group(1)) || it.group(2) != null)
        .map(it -> new ToolCall(it.group(1), Optional.ofNullable(it.group(2)).orElse("{}")))
        .distinct()
        .toList();
  }
}
