package dev.relevo.bot.channel.whatsapp;

import dev.relevo.bot.channel.whatsapp.GraphStandIn.Answer;
import dev.relevo.bot.channel.whatsapp.GraphStandIn.Sent;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/// Everything the stand-in was sent, in the order it was read; append only. With a witness nothing
/// is kept but how many.
final class SentLog {

  /// Ids of two stand-ins on one database must differ.
  private final String run = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());

  private final List<Sent> log = new ArrayList<>();
  private long read;
  private Optional<Consumer<Sent>> witness = Optional.empty();
  private Optional<Path> file = Optional.empty();
  private Optional<PrintStream> printer = Optional.empty();

  /// An entry, and what is answered to it.
  record Kept(Sent sent, Answer answer) {}

  synchronized void writeTo(Path file) {
    this.file = Optional.of(file);
  }

  synchronized void printTo(PrintStream printer) {
    this.printer = Optional.of(printer);
  }

  synchronized void handTo(Consumer<Sent> witness) {
    this.witness = Optional.of(witness);
  }

  synchronized List<Sent> all() {
    return List.copyOf(log);
  }

  /// Numbers it, decides the answer and keeps it, all before anybody is answered.
  synchronized Kept keep(Object json, String body, Instant at, Function<Sent, Answer> decide) {
    var asked = entry(++read, json, body, at);
    var answer = decide.apply(asked);
    var sent = asked.answered(answer.taken());
    witness.ifPresentOrElse(it -> it.accept(sent), () -> log.add(sent));
    file.ifPresent(it -> append(it, sent.line()));
    printer.ifPresent(it -> it.print(sent.line()));
    return new Kept(sent, answer);
  }

  private Sent entry(long number, Object json, String body, Instant at) {
    var to = WireJson.text(json, "to");
    var type = WireJson.text(json, "type");
    return new Sent(
        number,
        at,
        to.isEmpty() ? WireJson.text(json, "recipient") : to,
        WireJson.text(json, "biz_opaque_callback_data"),
        "wamid.STANDIN%s%08d".formatted(run, number),
        type,
        MetaDemands.words(json, type),
        body,
        false);
  }

  private static void append(Path file, String line) {
    try {
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
