package dev.relevo.bot.console.inbox;

import dev.relevo.bot.live.Live;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/// The consoles that are open. A stop ends them first: a page never leaves by itself, and the web
/// server waits for requests under way.
@Component
final class OpenPages implements ApplicationListener<ContextClosedEvent> {

  private final Live live;
  private final Set<OpenPage> open = ConcurrentHashMap.newKeySet();

  OpenPages(Live live) {
    this.live = live;
  }

  void add(OpenPage page) {
    open.add(page);
    page.follow(live, () -> open.remove(page));
  }

  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    open.forEach(OpenPage::close);
  }
}
