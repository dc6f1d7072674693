package dev.relevo.crm;

import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.Alias;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.contact.Resolved;
import dev.relevo.crm.contact.Sender;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.Heard;
import dev.relevo.crm.conversation.Journal;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.Posting;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.conversation.Utterance;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.desk.CrmRequest;
import dev.relevo.crm.desk.CrmResult;
import dev.relevo.crm.desk.Desk;
import dev.relevo.crm.file.Files;
import dev.relevo.crm.handoff.Handoffs;
import dev.relevo.crm.handoff.Inbox;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Switches;
import dev.relevo.crm.workspace.Workspace;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// All doors of the CRM on the test database, a workspace of its own, and a clock set by hand. `new
/// TestCrm()` in each test class or test; other rooms' beans may be given along.
public final class TestCrm {
  /// Channels of the tests; any other id will do as well.
  public static final ChannelId WHATSAPP = new ChannelId("whatsapp");

  public static final ChannelId WEB = new ChannelId("web");
  private static final AtomicLong NUMBERS = new AtomicLong();

  private final AnnotationConfigApplicationContext context;
  private final WorkspaceId workspace;

  /// On 1 June 2026, 12:00 UTC.
  public TestCrm(Class<?>... otherBeans) {
    this(new SettableClock(Instant.parse("2026-06-01T12:00:00Z")), otherBeans);
  }

  public TestCrm(Clock clock, Class<?>... otherBeans) {
    this(TestDatabase.dataSource(), clock, otherBeans);
  }

  /// On a data source that stands before [TestDatabase]'s.
  public TestCrm(DataSource data, Clock clock, Class<?>... otherBeans) {
    context = new AnnotationConfigApplicationContext();
    context.registerBean(DataSource.class, () -> data);
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
    context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(data));
    context.registerBean(Clock.class, () -> clock);
    context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
    context.scan("dev.relevo.crm");
    if (otherBeans.length > 0) {
      context.register(otherBeans);
    }
    context.refresh();
    workspace = workspaces().create("Test " + UUID.randomUUID()).id();
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /// For rooms above that want to be assembled in the same context.
  public List<String> beanNames() {
    return Arrays.stream(context.getBeanDefinitionNames())
        .filter(it -> context.getBeanDefinition(it).getRole() == BeanDefinition.ROLE_APPLICATION)
        .toList();
  }

  public WorkspaceId workspace() {
    return workspace;
  }

  public SettableClock clock() {
    return (SettableClock) bean(Clock.class);
  }

  public JdbcClient jdbc() {
    return bean(JdbcClient.class);
  }

  public TransactionTemplate transaction() {
    return new TransactionTemplate(bean(PlatformTransactionManager.class));
  }

  public JsonMapper json() {
    return bean(JsonMapper.class);
  }

  public Workspaces workspaces() {
    return bean(Workspaces.class);
  }

  public Members members() {
    return bean(Members.class);
  }

  public Contacts contacts() {
    return bean(Contacts.class);
  }

  public Conversations conversations() {
    return bean(Conversations.class);
  }

  public Floor floor() {
    return bean(Floor.class);
  }

  public Journal journal() {
    return bean(Journal.class);
  }

  /// The journal with all in it that was committed before: it is read below the oldest running
  /// transaction of the whole server, and those of other tests run there, too.
  public Journal settledJournal() {
    var begun = snapshot("xmax");
    var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (snapshot("xmin") < begun) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("a transaction has been running for a minute");
      }
      LockSupport.parkNanos(1_000_000);
    }
    return journal();
  }

  private long snapshot(String bound) {
    return jdbc()
        .sql("SELECT pg_snapshot_%s(pg_current_snapshot())::text".formatted(bound))
        .query((row, number) -> Long.parseLong(row.getString(1)))
        .single();
  }

  public Files files() {
    return bean(Files.class);
  }

  public Handoffs handoffs() {
    return bean(Handoffs.class);
  }

  public Inbox inbox() {
    return bean(Inbox.class);
  }

  public Desk desk() {
    return bean(Desk.class);
  }

  /// Changes the workspace's settings.
  public void settings(UnaryOperator<Workspace> change) {
    workspaces().save(change.apply(workspaces().find(workspace)));
  }

  public void switches(Switches switches) {
    settings(it ->
        new Workspace(
            it.id(),
            it.name(),
            it.zone(),
            it.language(),
            switches,
            it.guards(),
            it.texts(),
            it.remindAfter(),
            it.keepConversations(),
            it.curation(),
            it.agentHelp(),
            it.createdAt()));
  }

  public Member aMember() {
    return aMember(Role.AGENT);
  }

  public Member aMember(Role role) {
    var number = NUMBERS.incrementAndGet();
    return members()
        .add(
            workspace,
            "member" + number + "-" + UUID.randomUUID() + "@example.com",
            "Member " + number,
            role,
            Language.ES);
  }

  /// Somebody new on WhatsApp, named Ana, with a phone number nobody had before.
  public Person aContact() {
    return aContact(WHATSAPP, aPhone());
  }

  /// Whoever has these names there; new when nobody has.
  public Person aContact(ChannelId channel, Alias... aliases) {
    var sender = new Sender(List.of(aliases), Optional.of("Ana"), Optional.of(Language.ES));
    return new Person(channel, resolve(channel, sender), sender);
  }

  public static Alias aPhone() {
    return new Alias(
        Alias.Kind.PHONE, "5939" + String.format("%08d", NUMBERS.incrementAndGet() % 100_000_000));
  }

  public Resolved resolve(ChannelId channel, Sender sender) {
    return contacts()
        .resolve(List.of(new Contacts.Arriving(workspace, channel, sender)))
        .getFirst();
  }

  public static Content.Text text(String body) {
    return new Content.Text(body);
  }

  /// A contact in a test: speaks, is spoken to, is acted upon.
  public final class Person {
    private final ChannelId channel;
    private final Resolved resolved;
    private final Sender sender;

    private Person(ChannelId channel, Resolved resolved, Sender sender) {
      this.channel = channel;
      this.resolved = resolved;
      this.sender = sender;
    }

    public ContactId id() {
      return resolved.contact();
    }

    public AddressId address() {
      return resolved.address();
    }

    public ChannelId channel() {
      return channel;
    }

    public Sender sender() {
      return sender;
    }

    /// They write.
    public Heard says(String body) {
      return says(text(body));
    }

    public Heard says(Content content) {
      return heard(Author.CUSTOMER, content, Optional.empty());
    }

    /// They wrote at that time, as their provider says.
    public Heard wrote(String body, Instant at) {
      return heard(Author.CUSTOMER, text(body), Optional.of(at));
    }

    /// The business writes on its own phone.
    public Heard echo(String body) {
      return heard(new Author.Echo(), text(body), Optional.empty());
    }

    private Heard heard(Author author, Content content, Optional<Instant> at) {
      var blocked = !contacts().blocked(List.of(id())).isEmpty();
      var who = new Resolved(id(), address(), resolved.language(), blocked, false);
      return conversations()
          .hear(
              List.of(
                  new Utterance(
                      workspace,
                      who,
                      channel,
                      author,
                      content,
                      "test-" + UUID.randomUUID(),
                      Optional.empty(),
                      at)))
          .getFirst();
    }

    /// Somebody writes to them.
    public Message hears(Author author, String body) {
      var posting =
          new Posting(author, channel, address(), text(body), Optional.empty(), Optional.empty());
      return conversations().say(id(), List.of(posting)).getFirst();
    }

    public ThreadState thread() {
      return floor().read(id()).orElseThrow();
    }

    public CrmResult apply(Author by, CrmAction... actions) {
      return desk()
          .apply(
              new CrmRequest(
                  UUID.randomUUID().toString(), workspace, id(), by, "test", List.of(actions)));
    }
  }
}
