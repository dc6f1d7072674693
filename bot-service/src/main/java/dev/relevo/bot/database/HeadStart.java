package dev.relevo.bot.database;

import dev.relevo.bot.setting.CannotStart;
import dev.relevo.bot.setting.DataDirectory;
import dev.relevo.bot.setting.DataFolder;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/// Wakes the embedded PostgreSQL of an earlier start while Spring still reads its configuration: a
/// twentieth of a start. Only where everything is as it was: after a wrong setting, in a new folder
/// or in one that another Relevo has open nothing is begun here, and what is wrong is said by those
/// who begin it later.
public final class HeadStart implements ApplicationContextInitializer<GenericApplicationContext> {

  /// More than the server's own tries take.
  private static final Duration LONGEST = Duration.ofMinutes(10);

  @Override
  public void initialize(GenericApplicationContext context) {
    try {
      var binder = Binder.get(context.getEnvironment());
      var settings = binder.bindOrCreate("relevo.database", DatabaseSettings.class);
      var directory = DataDirectory.of(binder);
      if (settings.embedded() && Files.exists(directory.path().resolve("postgres/cluster"))) {
        begin(context, settings, directory.open());
      }
    } catch (BindException | CannotStart _) {
      // Said by the beans that need it.
    }
  }

  /// Both are the context's from here on, and end with it: the server first.
  private static void begin(
      GenericApplicationContext context, DatabaseSettings settings, DataFolder folder) {
    Executor aside = work -> Thread.ofPlatform().name("database-head-start").start(work);
    var database =
        new Coming(
            CompletableFuture.supplyAsync(
                () ->
                    EmbeddedDatabase.start(
                        folder, settings.bundledVersion(), settings.connections().total()),
                aside));
    var beans = context.getDefaultListableBeanFactory();
    beans.registerSingleton("headStartFolder", folder);
    beans.registerDisposableBean("headStartFolder", folder::close);
    beans.registerSingleton("headStartDatabase", database);
    beans.registerDisposableBean("headStartDatabase", database::close);
  }

  /// Whoever asks it waits until it is up.
  private record Coming(CompletableFuture<EmbeddedDatabase> server) implements Database {

    @Override
    public Login owner() {
      return up().owner();
    }

    @Override
    public Login application() {
      return up().application();
    }

    @Override
    public String description() {
      return up().description();
    }

    @Override
    public void close() {
      server
          .handle((database, failed) -> {
            if (database != null) {
              database.close();
            }
            return failed;
          })
          .join();
    }

    /// A wait with a limit: Spring gives up closing, and leaves everything running, when the thread
    /// that starts it waits without one.
    private EmbeddedDatabase up() {
      try {
        return server.get(LONGEST.toMinutes(), TimeUnit.MINUTES);
      } catch (ExecutionException failed) {
        if (failed.getCause() instanceof CannotStart why) {
          throw why;
        }
        throw new IllegalStateException(failed.getCause());
      } catch (TimeoutException late) {
        throw new CannotStart(
            "The embedded PostgreSQL is not up after %d minutes; its log, postgres/log/server.log in the data folder, says what it does."
                .formatted(LONGEST.toMinutes()),
            late);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new CannotStart("The start was interrupted.", stopped);
      }
    }
  }
}
