package dev.relevo.bot.operation;

import dev.relevo.bot.operation.WelcomeLine.Line;
import dev.relevo.bot.setting.DataFolder;
import dev.relevo.bot.setting.PublicUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Prints the one short block: where the web chat is, where the console is, how the owner signs in,
/// where the data lies. It goes to standard output and not to the log, because it may hold the
/// sign-in link.
@Component
final class Welcome {

  private final PublicUrl url;
  private final DataFolder folder;
  private final List<WelcomeLine> others;

  Welcome(PublicUrl url, DataFolder folder, List<WelcomeLine> others) {
    this.url = url;
    this.folder = folder;
    this.others = List.copyOf(others);
  }

  @EventListener(ApplicationReadyEvent.class)
  void print() {
    System.out.println(block());
  }

  String block() {
    var lines = new ArrayList<Line>();
    lines.add(new Line("Web chat", url.at("/").toString()));
    lines.add(new Line("Console", url.at("/console").toString()));
    others.stream().map(WelcomeLine::line).flatMap(Optional::stream).forEach(lines::add);
    lines.add(new Line("Data", folder.path().toString()));
    var width = lines.stream().mapToInt(line -> line.label().length()).max().orElse(0);
    var block = new StringBuilder("\n  Relevo is ready.\n\n");
    lines.forEach(
        line -> block.append(("    %-" + width + "s   %s%n").formatted(line.label(), line.text())));
    return block.toString();
  }
}
