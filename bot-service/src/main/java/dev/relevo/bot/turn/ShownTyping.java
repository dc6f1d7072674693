package dev.relevo.bot.turn;

import dev.relevo.bot.channel.Channels;
import dev.relevo.bot.database.Workload;
import dev.relevo.bot.live.Live;
import dev.relevo.bot.live.Signal;
import dev.relevo.bot.responder.Asking;
import dev.relevo.bot.responder.Typing;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.conversation.Transcript;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Shows that the bot writes: in open web chats, and where a channel can show it. Beside the turn,
/// which never waits for it; only while the bot has the floor it heard the message with.
@Component
final class ShownTyping implements Typing {

  private static final Logger log = LoggerFactory.getLogger(ShownTyping.class);

  private final Live live;
  private final Channels channels;
  private final Floor floor;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  ShownTyping(Live live, Channels channels, Floor floor) {
    this.live = live;
    this.channels = channels;
    this.floor = floor;
  }

  @Override
  public void writes(Asking asking) {
    asking.transcript().ifPresent(it -> threads.execute(() -> Workload.TURNS.run(() -> show(it))));
  }

  private void show(Transcript transcript) {
    try {
      if (floor.read(transcript.contact().id()).filter(it -> speaks(it, transcript)).isEmpty()) {
        return;
      }
      live.signal(
          new Signal.Typing(
              transcript.contact().workspace(), transcript.contact().id(), Author.BOT, true));
      var message = transcript.message();
      message
          .externalId()
          .ifPresent(id -> channels.find(message.channel()).ifPresent(it -> it.typing(id)));
    } catch (RuntimeException e) {
      log.atDebug().setCause(e).log("typing could not be shown");
    }
  }

  private static boolean speaks(ThreadState now, Transcript heard) {
    return now.botHasFloor() && now.epoch() == heard.thread().epoch();
  }
}
