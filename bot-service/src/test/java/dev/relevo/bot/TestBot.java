package dev.relevo.bot;

import dev.relevo.bot.channel.Arrival;
import dev.relevo.bot.channel.Channels;
import dev.relevo.bot.channel.FakeChannel;
import dev.relevo.bot.channel.Intake;
import dev.relevo.bot.outbox.Outbox;
import dev.relevo.bot.outbox.Post;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.bot.responder.Responder;
import dev.relevo.bot.setting.Secrets;
import dev.relevo.bot.trace.Traces;
import dev.relevo.bot.turn.Summaries;
import dev.relevo.crm.contact.Alias;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.contact.Sender;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.conversation.Transcript;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Guards;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Workspace;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/// A whole replica on a real PostgreSQL, with two channels that keep what they were given and a
/// responder that answers as told: intake, turns, outbox. Several share a workspace when made by
/// [#another].
public final class TestBot implements AutoCloseable {

  /// What the responder says when the test does not care: the customer's words, given back.
  public static final Function<String, Outcome> ECHO = words -> reply("re: " + words);

  /// No agent that some test connected is looked for outside this machine.
  private static final Map<String, Object> NOBODY =
      Map.of("relevo.dialogflow.endpoint", "127.0.0.1:9");

  /// What stands in the class files, read once for all replicas.
  private static final CachingMetadataReaderFactory CLASSES = new CachingMetadataReaderFactory();

  static {
    CLASSES.setCacheLimit(5_000);
  }

  private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime() % 1_000_000_000L);

  private final AnnotationConfigApplicationContext context;
  private final WorkspaceId workspace;
  private final List<FakeChannel> channels;
  private final Clock clock;
  private final Map<String, Object> settings;
  private final Consumer<AnnotationConfigApplicationContext> mind;
  private final LaneDatabase lanes;
  private final UnaryOperator<DataSource> watch;
  private final AtomicBoolean open = new AtomicBoolean(true);

  private TestBot(
      LaneDatabase lanes,
      UnaryOperator<DataSource> watch,
      List<FakeChannel> channels,
      Clock clock,
      Map<String, Object> settings,
      Consumer<AnnotationConfigApplicationContext> mind) {
    this.lanes = lanes;
    this.watch = watch;
    this.mind = mind;
    this.workspace = channels.getFirst().workspace();
    this.channels = channels;
    this.clock = clock;
    this.settings = Map.copyOf(settings);
    lanes.enter();
    this.context = assembled();
  }

  /// A replica in a new workspace, running, on the machine's clock.
  public static TestBot answering(Function<String, Outcome> answers) {
    return thinking(it -> answers.apply(words(it.message())), Clock.systemUTC(), Map.of());
  }

  public static TestBot thinking(
      Function<Transcript, Outcome> responder, Clock clock, Map<String, String> settings) {
    return told(UnaryOperator.identity(), responder, clock, settings);
  }

  /// A replica whose database is watched.
  public static TestBot on(CountedCommits commits, Function<String, Outcome> answers) {
    return told(commits::of, it -> answers.apply(words(it.message())), Clock.systemUTC(), Map.of());
  }

  private static TestBot told(
      UnaryOperator<DataSource> watch,
      Function<Transcript, Outcome> responder,
      Clock clock,
      Map<String, String> settings) {
    return fresh(watch, clock, settings, new ToldMind(responder, _ -> ToldMind.SILENT));
  }

  /// The same replica with another responder behind the one that answers as told.
  public static TestBot behind(
      Function<String, Outcome> answers, Function<BeanFactory, Responder> behind) {
    return minded(new ToldMind(it -> answers.apply(words(it.message())), behind));
  }

  /// One whose conversations are summed up when a person is to take over.
  public static TestBot summingUp(
      Function<String, Outcome> answers, Function<BeanFactory, Summaries> summaries) {
    return minded(
        new ToldMind(it -> answers.apply(words(it.message())), _ -> ToldMind.SILENT, summaries));
  }

  /// A replica with the responders that are shipped: a published matrix, documents, a language
  /// model where the settings connect one.
  public static TestBot shipped(Map<String, String> settings) {
    return minded(new ShippedMind(), settings);
  }

  /// The same on a database, for a workspace that is there already.
  static TestBot shipped(DataSource database, WorkspaceId workspace) {
    return new TestBot(
        LaneDatabase.at(database),
        UnaryOperator.identity(),
        channels(workspace),
        Clock.systemUTC(),
        Map.of("relevo.database.url", "shared"),
        new ShippedMind());
  }

  private static TestBot minded(ToldMind mind) {
    return minded(mind, Map.of());
  }

  private static TestBot minded(
      Consumer<AnnotationConfigApplicationContext> mind, Map<String, String> settings) {
    return fresh(UnaryOperator.identity(), Clock.systemUTC(), settings, mind);
  }

  private static TestBot fresh(
      UnaryOperator<DataSource> watch,
      Clock clock,
      Map<String, String> settings,
      Consumer<AnnotationConfigApplicationContext> mind) {
    var all = new HashMap<String, Object>(settings);
    all.putIfAbsent("relevo.database.url", "shared");
    var lanes = LaneDatabase.free();
    var workspace = newWorkspace(lanes.dataSource());
    return new TestBot(lanes, watch, channels(workspace), clock, all, mind);
  }

  private static List<FakeChannel> channels(WorkspaceId workspace) {
    var id = "fake-" + workspace.value();
    return List.of(new FakeChannel(id, workspace), new FakeChannel(id + "-too", workspace));
  }

  /// Another replica beside this one: the same workspace, the same provider.
  public TestBot another() {
    if (!open.get()) {
      throw new IllegalStateException("its database may be another test's by now");
    }
    return new TestBot(lanes, watch, channels, clock, settings, mind);
  }

  public static Outcome reply(String text) {
    return new Outcome.Reply(List.of(new Content.Text(text)), grounds(""), List.of());
  }

  public static Grounds grounds(String row) {
    return new Grounds("reply", row, 1, 1, 0.5, List.of(), List.of());
  }

  public static String words(Message message) {
    return message.content() instanceof Content.Text(var body) ? body : "";
  }

  /// By which customers write, if nothing else is said.
  public FakeChannel channel() {
    return channels.getFirst();
  }

  public FakeChannel otherChannel() {
    return channels.getLast();
  }

  public WorkspaceId workspace() {
    return workspace;
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public JdbcClient jdbc() {
    return bean(JdbcClient.class);
  }

  public Outbox outbox() {
    return bean(Outbox.class);
  }

  public Floor floor() {
    return bean(Floor.class);
  }

  public Conversations conversations() {
    return bean(Conversations.class);
  }

  public double count(String counter) {
    return bean(MeterRegistry.class).find(counter).counters().stream()
        .mapToDouble(it -> it.count())
        .sum();
  }

  public Member aMember() {
    return bean(Members.class)
        .add(workspace, UUID.randomUUID() + "@example.com", "Eva", Role.AGENT, Language.ES);
  }

  public void settings(UnaryOperator<Workspace> change) {
    var workspaces = bean(Workspaces.class);
    workspaces.save(change.apply(workspaces.find(workspace)));
  }

  /// Instead of those the workspace has.
  public void guards(Guards guards) {
    settings(it -> it.withGuards(guards));
  }

  /// Somebody who has not written yet.
  public Customer aCustomer() {
    return aCustomer(Optional.empty(), Optional.of(Language.ES));
  }

  /// Somebody whose channel tells so much about them.
  public Customer aCustomer(Optional<String> name, Optional<Language> language) {
    var phone = "5939" + String.format("%09d", NUMBERS.incrementAndGet() % 1_000_000_000L);
    return new Customer(new Sender(List.of(new Alias(Alias.Kind.PHONE, phone)), name, language));
  }

  /// Each of them writes this, and all of it comes in one call.
  public void accepts(List<Customer> customers, String text) {
    bean(Intake.class)
        .accept(
            channel(),
            customers.stream()
                .<Arrival>map(
                    it -> it.message(UUID.randomUUID().toString(), new Content.Text(text)))
                .toList());
  }

  /// Waits for it, at most twenty seconds: looks often at first and more seldom later, for every
  /// look costs those who are waited for.
  public static void await(String what, BooleanSupplier condition) {
    var begun = System.nanoTime();
    while (!condition.getAsBoolean()) {
      var waited = System.nanoTime() - begun;
      if (waited > Duration.ofSeconds(20).toNanos()) {
        throw new AssertionError("did not happen in time: " + what);
      }
      LockSupport.parkNanos(Math.clamp(waited / 10, 1_000_000, 20_000_000));
    }
  }

  @Override
  public void close() {
    if (open.getAndSet(false)) {
      context.close();
      lanes.leave();
    }
  }

  /// A customer on the fake channel.
  public final class Customer {

    private final Sender sender;

    private Customer(Sender sender) {
      this.sender = sender;
    }

    public Sender sender() {
      return sender;
    }

    public String writes(String text) {
      return writes(new Content.Text(text));
    }

    /// Their message has been accepted; its external id.
    public String writes(Content content) {
      var id = UUID.randomUUID().toString();
      bean(Intake.class).accept(channel(), List.of(message(id, content)));
      return id;
    }

    public Arrival.Message message(String id, Content content) {
      return new Arrival.Message(
          id, sender, content, Optional.empty(), Optional.empty(), Map.of(), "{}");
    }

    public ContactId id() {
      return bean(Contacts.class)
          .address(workspace, channel().id(), sender.aliases().getFirst())
          .orElseThrow()
          .contact();
    }

    public ThreadState thread() {
      return floor().read(id()).orElseThrow();
    }

    /// A person writes to them.
    public List<Message> hears(Member member, String text) {
      return outbox()
          .post(
              new Post(
                  id(),
                  new Author.Person(member.id()),
                  List.of(new Content.Text(text)),
                  Optional.empty(),
                  OptionalLong.empty(),
                  Optional.empty()));
    }

    /// What the provider accepted for them, in its order.
    public List<String> got() {
      var me = id();
      return channel().accepted().stream()
          .filter(it -> it.to().contact().equals(me))
          .map(it -> text(it.content()))
          .toList();
    }

    public List<String> outcomes() {
      return jdbc()
          .sql(
              "SELECT coalesce(outcome, state) FROM bot.inbound WHERE contact_id = :id ORDER BY id")
          .param("id", id().value())
          .query((row, _) -> row.getString(1))
          .list();
    }

    public List<String> parcels() {
      return jdbc()
          .sql("SELECT state FROM bot.parcel WHERE contact_id = :id ORDER BY id")
          .param("id", id().value())
          .query((row, _) -> row.getString(1))
          .list();
    }
  }

  public static String text(Content content) {
    return switch (content) {
      case Content.Text(var body) -> body;
      case Content.Choice(var body, _) -> body;
      case Content.Media media -> "media " + media.link().orElse("");
      case Content.Template template -> "template " + template.name();
      case Content.Picked _,
          Content.Place _,
          Content.Cards _,
          Content.Reaction _,
          Content.Order _,
          Content.Form _,
          Content.Notice _,
          Content.Unsupported _ ->
          content.toString();
    };
  }

  private AnnotationConfigApplicationContext assembled() {
    var made = new AnnotationConfigApplicationContext();
    var data = watch.apply(lanes.dataSource());
    var sources = made.getEnvironment().getPropertySources();
    sources.addFirst(new MapPropertySource("test", settings));
    sources.addLast(new MapPropertySource("nowhere", NOBODY));
    made.registerBean(
        DataSource.class,
        () -> data,
        it -> {
          it.setPrimary(true);
          ((AbstractBeanDefinition) it).setDestroyMethodName("");
        });
    made.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
    made.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(data));
    made.registerBean(Clock.class, () -> clock);
    made.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
    made.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    made.registerBean(Traces.class, () -> Traces.NONE);
    made.registerBean(Secrets.class, () -> new Secrets(new byte[32]));
    made.registerBean(Channels.class, () -> new Channels(channels));
    mind.accept(made);
    scan(made);
    made.refresh();
    return made;
  }

  private static void scan(BeanDefinitionRegistry registry) {
    var scanner = new ClassPathBeanDefinitionScanner(registry);
    scanner.setMetadataReaderFactory(CLASSES);
    scanner.addExcludeFilter(
        new RegexPatternTypeFilter(
            java.util.regex.Pattern.compile(
                ".*\\.bot\\.(channel\\.(webchat|whatsapp|Channel(Beans|List)|Media(Fetching|Settings|Worker)|Webhook|Ledger).*|responder\\.(matrix|llm).*)|.*(Tests|IT).*")));
    scanner.scan(
        "dev.relevo.crm",
        "dev.relevo.bot.assistant",
        "dev.relevo.bot.belt",
        "dev.relevo.bot.dialogflow",
        "dev.relevo.bot.lane",
        "dev.relevo.bot.live",
        "dev.relevo.bot.channel",
        "dev.relevo.bot.outbox",
        "dev.relevo.bot.responder",
        "dev.relevo.bot.spend",
        "dev.relevo.bot.turn");
  }

  private static WorkspaceId newWorkspace(DataSource database) {
    return new WorkspaceId(
        JdbcClient.create(database)
            .sql("INSERT INTO crm.workspace (name, created_at) VALUES ('Test', now()) RETURNING id")
            .query(Long.class)
            .single());
  }
}
