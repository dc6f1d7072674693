package dev.relevo.knowledge.document;

import dev.relevo.knowledge.fetch.Fetched;
import dev.relevo.knowledge.fetch.Fetcher;
import dev.relevo.knowledge.fetch.Validators;
import dev.relevo.knowledge.fetch.WebAddress;
import dev.relevo.knowledge.sentence.Sentence;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// One walk through a site: its first page, then those it leads to, breadth first, up to a number.
/// Pages that did not change are left alone; pages that are gone, or no longer led to, are
/// forgotten; a page that merely failed this time stays as it was.
final class SiteReading {

  private final Claim claim;
  private final Fetcher fetcher;
  private final Parsing parsing;
  private final Keeping keeping;
  private final Map<String, PartTable.Part> known = new HashMap<>();
  private final Deque<String> ahead = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> present = new HashSet<>();
  private final Map<String, Robots> robots = new HashMap<>();

  /// Where the site is: where its first page's redirects led.
  private URI site;

  SiteReading(Claim claim, Fetcher fetcher, Parsing parsing, Keeping keeping) {
    this.claim = claim;
    this.fetcher = fetcher;
    this.parsing = parsing;
    this.keeping = keeping;
    site = URI.create(claim.origin());
  }

  /// Hears how far the walk is; false ends it.
  @FunctionalInterface
  interface Listener {
    boolean hears(Document.Progress progress);
  }

  /// What became of one page, or of all.
  private sealed interface Step {
    record Onward(List<String> links) implements Step {}

    record Stopped(Sentence why) implements Step {}

    record ClaimVoid() implements Step {}
  }

  /// Walks; says why it failed, and nothing if the first page was read.
  Optional<Sentence> read(List<PartTable.Part> parts, Listener listener) {
    parts.forEach(it -> known.put(it.address(), it));
    var asked = robotsOf(site);
    if (asked.unheard().isPresent()) {
      return asked.unheard();
    }
    if (!asked.allows(site)) {
      return Optional.of(Sentence.of("document.robots", site.getHost()));
    }
    add(claim.origin());
    return walk(listener);
  }

  private Optional<Sentence> walk(Listener listener) {
    int read = 0;
    while (!ahead.isEmpty()) {
      switch (page(ahead.remove())) {
        case Step.Onward(var links) -> links.forEach(this::consider);
        case Step.Stopped(var why) -> {
          return Optional.of(why);
        }
        case Step.ClaimVoid() -> {
          return Optional.empty();
        }
      }
      read++;
      if (!listener.hears(new Document.Progress(read, seen.size())) || !paused()) {
        return Optional.empty();
      }
    }
    known.keySet().stream().filter(it -> !present.contains(it)).forEach(this::forget);
    return Optional.empty();
  }

  private void forget(String address) {
    keeping.forget(claim, address);
  }

  private Step page(String address) {
    var before = Optional.ofNullable(known.get(address));
    var validators = before.map(PartTable.Part::validators).orElse(Validators.NONE);
    return switch (fetcher.fetch(URI.create(address), validators, FileType.readable())) {
      case Fetched.Unchanged() -> {
        present.add(address);
        yield new Step.Onward(linksBefore(before));
      }
      case Fetched.Content content -> landed(address, before, content);
      case Fetched.Refused(var status, var why) -> {
        var isGone = status == 404 || status == 410;
        if (!isGone) {
          present.add(address);
        }
        yield isFirst(address)
            ? new Step.Stopped(why)
            : new Step.Onward(isGone ? List.of() : linksBefore(before));
      }
    };
  }

  /// A link may lead away by a redirect, and is not followed then; the first page may.
  private Step landed(String address, Optional<PartTable.Part> before, Fetched.Content content) {
    var landing = content.address().toString();
    if (isFirst(address)) {
      site = content.address();
    } else if (!isOnSite(content.address())
        || (!landing.equals(address) && seen.contains(landing))) {
      return new Step.Onward(List.of());
    }
    return content(address, before, content);
  }

  private Step content(String address, Optional<PartTable.Part> before, Fetched.Content content) {
    present.add(address);
    var hash = Keeping.sha256(content.bytes());
    if (before.isPresent() && Arrays.equals(before.get().hash(), hash)) {
      return new Step.Onward(before.get().links());
    }
    var raw =
        new Parsing.Raw(
            content.bytes(), content.address().toString(), content.type(), content.charset());
    return switch (parsing.parse(raw)) {
      case Parsing.Parsed.Unreadable(var why) ->
          isFirst(address) ? new Step.Stopped(why) : new Step.Onward(linksBefore(before));
      case Parsing.Parsed.Read(var outline) -> {
        var links = links(outline);
        var part =
            new PartTable.Part(
                address,
                Reading.title(outline, content.address().getPath()),
                hash,
                content.bytes().length,
                content.validators(),
                links);
        yield kept(keeping.keep(claim, part, Splitting.pieces(outline)), links);
      }
    };
  }

  private static List<String> linksBefore(Optional<PartTable.Part> before) {
    return before.map(PartTable.Part::links).orElse(List.of());
  }

  private Step kept(Keeping.Kept kept, List<String> links) {
    return switch (kept) {
      case DONE -> new Step.Onward(links);
      case CLAIM_VOID -> new Step.ClaimVoid();
      case TOO_MANY_PASSAGES, TOO_MANY_BYTES -> new Step.Stopped(keeping.full(kept));
    };
  }

  private boolean isFirst(String address) {
    return address.equals(claim.origin());
  }

  private void consider(String link) {
    var address = URI.create(link);
    var isSite = link.equals(site.toString());
    if (seen.size() < claim.pageLimit() && !isSite && robotsOf(address).allows(address)) {
      add(link);
    }
  }

  private Robots robotsOf(URI address) {
    return robots.computeIfAbsent(address.getRawAuthority(), _ -> Robots.of(address, fetcher));
  }

  private void add(String address) {
    if (seen.add(address)) {
      ahead.add(address);
    }
  }

  /// The links that stay on the site, each once, at most as many as could be followed.
  private List<String> links(Outline outline) {
    return outline.links().stream()
        .map(link -> link.contains("#") ? link.substring(0, link.indexOf('#')) : link)
        .map(WebAddress::of)
        .filter(WebAddress.Sound.class::isInstance)
        .map(it -> ((WebAddress.Sound) it).uri())
        .filter(this::isOnSite)
        .map(URI::toString)
        .distinct()
        .limit(200)
        .toList();
  }

  private boolean isOnSite(URI link) {
    return Objects.equals(site.getHost(), link.getHost()) && site.getPort() == link.getPort();
  }

  private boolean paused() {
    try {
      Thread.sleep(robotsOf(site).pause());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
