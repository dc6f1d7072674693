package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.channel.whatsapp.Mutations;
import dev.relevo.bot.problem.Refused;
import dev.relevo.bot.setting.Secrets;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.file.FileId;
import dev.relevo.crm.workspace.Language;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What pages of the web chat send, mangled, to its readers alone: bodies, tokens, device keys,
/// names of uploads. Without HTTP it reaches numbers that [HostileVisitors] does not. What must not
/// happen ends it with an error that holds the input.
public final class HostilePages {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /// Of the processor, whatever else the machine does.
  private static final Duration LONGEST = Duration.ofSeconds(2);

  /// One input in so many is a token, a key or a name; the others are bodies.
  private static final int SIGNED = 5;

  private static final List<Class<?>> BODIES =
      List.of(
          Said.class,
          Said.class,
          MessageController.Shown.class,
          Votes.Cast.class,
          SessionController.Wanted.class);

  private static final ChannelId CHANNEL = new ChannelId("web");
  private static final Visitor VISITOR = new Visitor(CHANNEL, "abcdefghijklmnopqrstuv");

  private final Random dice;
  private final Mutations bodies;
  private final VisitorKeys keys;
  private final Attachments attachments;
  private final List<String> signed;

  public HostilePages(long seed) {
    dice = new Random(seed);
    bodies =
        new Mutations(
            seed,
            Stream.of(
                    "{\"clientId\":\"abcdefgh\",\"text\":\"hola\",\"option\":{\"id\":\"a\",\"label\":\"b\"},\"attachment\":\"x\",\"page\":{\"url\":\"https://x.example\",\"title\":\"t\",\"locale\":\"es\"}}",
                    "{\"delivered\":1,\"read\":1}",
                    "{\"clientId\":\"abcdefgh\",\"vote\":\"up\"}",
                    "{\"deviceKey\":\"x.y\",\"language\":\"es\"}")
                .map(it -> it.getBytes(StandardCharsets.UTF_8))
                .toList());
    var secrets = new Secrets(new byte[32]);
    keys = new VisitorKeys(secrets, Clock.systemUTC(), Duration.ofHours(1));
    attachments = new Attachments(secrets, Clock.systemUTC());
    signed =
        List.of(
            keys.token(VISITOR, Language.ES).text(),
            keys.deviceKey(VISITOR),
            attachments.uploaded(VISITOR, new FileId(7)));
  }

  /// Makes the next input; true when it was read, false when it was refused.
  ///
  /// @throws AssertionError when it took long, threw, or passed although nobody signed it
  public boolean next() {
    return dice.nextInt(SIGNED) == 0 ? passes(forged()) : isReadInTime(bodies.next());
  }

  private boolean isReadInTime(byte[] body) {
    var started = THREADS.getCurrentThreadCpuTime();
    var read = isRead(body);
    if (THREADS.getCurrentThreadCpuTime() - started > LONGEST.toNanos()) {
      throw failed("it took longer than " + LONGEST, body, null);
    }
    return read;
  }

  private boolean isRead(byte[] body) {
    var type = BODIES.get(dice.nextInt(BODIES.size()));
    try {
      Bodies.read(request(body), type);
      return true;
    } catch (Refused refused) {
      return false;
    } catch (RuntimeException | StackOverflowError thrown) {
      throw failed("it threw", body, thrown);
    }
  }

  private boolean passes(String forged) {
    try {
      if (keys.read(forged, CHANNEL) instanceof VisitorKeys.Reading.Good
          || keys.recognise(forged, CHANNEL).isPresent()
          || attachments.uploaded(VISITOR, forged).isPresent()) {
        throw failed("nobody signed it", forged.getBytes(StandardCharsets.UTF_8), null);
      }
      return false;
    } catch (RuntimeException thrown) {
      throw failed("it threw", forged.getBytes(StandardCharsets.UTF_8), thrown);
    }
  }

  /// One of ours with a character changed, dropped or added: the same text is made again.
  private String forged() {
    var good = signed.get(dice.nextInt(signed.size()));
    var text = new StringBuilder(good);
    while (text.toString().equals(good)) {
      var at = dice.nextInt(text.length());
      switch (dice.nextInt(4)) {
        case 0 -> text.setCharAt(at, (char) dice.nextInt(' ', 0x250));
        case 1 -> text.deleteCharAt(at);
        case 2 -> text.insert(at, "....9999999999999999999".substring(dice.nextInt(4)));
        default -> text.setLength(1 + at);
      }
    }
    return text.toString();
  }

  /// A request that has nothing but a body.
  private static HttpServletRequest request(byte[] body) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            HostilePages.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (_, method, _) -> {
              if (method.getName().equals("getInputStream")) {
                return new Body(body);
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }

  private static final class Body extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    Body(byte[] bytes) {
      this.bytes = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int from, int length) {
      return bytes.read(into, from, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException();
    }
  }

  private static AssertionError failed(String what, byte[] input, @Nullable Throwable thrown) {
    return new AssertionError(what + ": " + new String(input, StandardCharsets.UTF_8), thrown);
  }
}
