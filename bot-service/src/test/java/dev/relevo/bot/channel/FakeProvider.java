package dev.relevo.bot.channel;

import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;

/// A webhook channel whose media are given by the test.
final class FakeProvider implements WebhookChannel {

  private final FakeChannel channel;
  private final Queue<Fetched> media = new ArrayDeque<>();
  private Function<String, List<Arrival>> reading = _ -> List.of();

  FakeProvider(String id, WorkspaceId workspace) {
    this.channel = new FakeChannel(id, workspace);
  }

  /// What its calls say, by their bodies.
  FakeProvider reading(Function<String, List<Arrival>> reading) {
    this.reading = reading;
    return this;
  }

  /// What the next fetches give.
  FakeProvider giving(Fetched... fetched) {
    media.addAll(List.of(fetched));
    return this;
  }

  @Override
  public ChannelId id() {
    return channel.id();
  }

  @Override
  public String type() {
    return channel.type();
  }

  @Override
  public WorkspaceId workspace() {
    return channel.workspace();
  }

  @Override
  public Delivery deliver(Dispatch dispatch) {
    return channel.deliver(dispatch);
  }

  @Override
  public Pace pace() {
    return channel.pace();
  }

  @Override
  public Optional<java.time.Duration> window() {
    return channel.window();
  }

  @Override
  public int bodyLimit() {
    return 1_000;
  }

  @Override
  public Optional<String> confirm(Map<String, String> query) {
    return Optional.empty();
  }

  @Override
  public Translation translate(Map<String, String> headers, byte[] body) {
    return new Translation.Arrivals(reading.apply(new String(body, StandardCharsets.UTF_8)));
  }

  @Override
  public Fetched fetch(Map<String, String> reference) {
    var next = media.poll();
    return next == null ? new Fetched.NotNow("nothing more") : next;
  }
}
