package dev.relevo.bot.console.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.audit.Act;
import dev.relevo.bot.audit.Actor;
import dev.relevo.bot.audit.Entry;
import dev.relevo.bot.console.Names;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.matrix.Guard;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Entries of the audit log in a member's words.
@Component
class AuditLines {

  private static final Pattern MEMBER = Pattern.compile("[1-9][0-9]{0,17}");
  private static final List<String> COLUMNS = List.of("at", "who", "what", "about", "from");

  private final Members members;
  private final Workspaces workspaces;
  private final Words words;

  AuditLines(Members members, Workspaces workspaces, Words words) {
    this.members = members;
    this.workspaces = workspaces;
    this.words = words;
  }

  record Line(String at, String who, String what, String about, String from) {}

  /// An act as it stands in addresses and keys of texts: `role-changed`.
  String word(Act act) {
    return act.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  List<Line> of(SignedIn me, List<Entry> entries) {
    var names = new Names(members, me);
    var time =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
            .withLocale(me.language().locale())
            .withZone(workspaces.find(me.workspace()).zone());
    return entries.stream().map(it -> line(me, it, names, time)).toList();
  }

  /// A file for spreadsheets; nothing in it is taken for a formula.
  byte[] file(SignedIn me, List<Entry> entries) {
    var out = new StringWriter();
    var names = new Names(members, me);
    try (var csv = CsvWriter.builder().build(out)) {
      csv.writeRecord(COLUMNS.stream().map(it -> words.say(me, "audit." + it)).toList());
      for (var entry : entries) {
        var line = line(me, entry, names, DateTimeFormatter.ISO_INSTANT);
        csv.writeRecord(
            Stream.of(line.at(), line.who(), line.what(), line.about(), line.from())
                .map(Guard::put)
                .toList());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return ("\uFEFF" + out).getBytes(StandardCharsets.UTF_8);
  }

  private Line line(SignedIn me, Entry entry, Names names, DateTimeFormatter time) {
    return new Line(
        time.format(entry.at()),
        who(me, entry.actor(), names),
        words.say(me, "audit.act." + word(entry.act())),
        about(me, entry, names),
        entry.address());
  }

  private String who(SignedIn me, Actor actor, Names names) {
    return switch (actor) {
      case Actor.Person(var member) -> names.of(member);
      case Actor.Program(var key) -> words.say(me, "audit.key", Long.toString(key));
      case Actor.Nobody() -> words.say(me, "audit.nobody");
    };
  }

  private String about(SignedIn me, Entry entry, Names names) {
    return new TreeMap<>(entry.about())
        .entrySet().stream()
            .map(it ->
                words.sayOr(me, "audit.about." + it.getKey(), it.getKey())
                    + ": "
                    + value(me, it.getKey(), it.getValue(), names))
            .collect(Collectors.joining(" · "));
  }

  private String value(SignedIn me, String word, String value, Names names) {
    if (word.equals("member") && MEMBER.matcher(value).matches()) {
      return names.of(new MemberId(Long.parseLong(value)));
    }
    return word.equals("role") ? words.sayOr(me, "role." + value, value) : value;
  }
}
