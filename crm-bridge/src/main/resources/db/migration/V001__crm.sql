-- Who are we talking to, what was said, who has the floor.
-- Every table carries workspace_id; rows of one workspace cannot point into another (composite foreign keys).

CREATE SCHEMA IF NOT EXISTS crm;

-- Text as it is searched: lower case, without accents. Written out because contrib's unaccent is not everywhere.
CREATE FUNCTION crm.fold(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN translate(lower(words), 'áàâãäéèêëíìîïóòôõöúùûüñç', 'aaaaaeeeeiiiiooooouuuunc');

CREATE TABLE crm.workspace (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  zone       text        NOT NULL DEFAULT 'America/Guayaquil',
  language   text        NOT NULL DEFAULT 'es' CHECK (language IN ('es', 'en', 'pt')),
  -- switches, guards, texts and retention as one document; absent keys mean the defaults
  settings   jsonb       NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL
);

CREATE TABLE crm.member (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint      NOT NULL REFERENCES crm.workspace (id),
  email        text        NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  role         text        NOT NULL CHECK (role IN ('OWNER', 'MANAGER', 'AGENT')),
  language     text        NOT NULL CHECK (language IN ('es', 'en', 'pt')),
  -- what the member says of themselves; being there also needs a console seen lately
  available    boolean     NOT NULL DEFAULT true,
  last_seen_at timestamptz,
  active       boolean     NOT NULL DEFAULT true,
  created_at   timestamptz NOT NULL,
  UNIQUE (workspace_id, id)
);
CREATE UNIQUE INDEX member_email ON crm.member (lower(email)) WHERE active;

CREATE TABLE crm.contact (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint      NOT NULL REFERENCES crm.workspace (id),
  name         text        NOT NULL DEFAULT '' CHECK (length(name) <= 200),
  phone        text        CHECK (length(phone) <= 20),
  email        text        CHECK (length(email) <= 254),
  language     text        CHECK (language IN ('es', 'en', 'pt')),
  subscribed   boolean     NOT NULL DEFAULT true,
  blocked      boolean     NOT NULL DEFAULT false,
  fields       jsonb       NOT NULL DEFAULT '{}',
  created_at   timestamptz NOT NULL,
  words        tsvector    GENERATED ALWAYS AS
    (to_tsvector('simple'::regconfig, crm.fold(name || ' ' || translate(coalesce(email, ''), '@.', '  ')))) STORED,
  UNIQUE (workspace_id, id)
);
CREATE INDEX contact_words ON crm.contact USING gin (words);
CREATE INDEX contact_phone_end ON crm.contact (workspace_id, reverse(phone) text_pattern_ops) WHERE phone IS NOT NULL;
CREATE INDEX contact_phone ON crm.contact (workspace_id, phone text_pattern_ops) WHERE phone IS NOT NULL;
CREATE INDEX contact_email ON crm.contact (workspace_id, lower(email)) WHERE email IS NOT NULL;

-- A contact on one channel.
CREATE TABLE crm.address (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id    bigint      NOT NULL,
  contact_id      bigint      NOT NULL,
  channel_id      text        NOT NULL,
  last_inbound_at timestamptz,
  -- the address that turned out to be the same one; what was sent here goes there
  replaced_by     bigint,
  created_at      timestamptz NOT NULL,
  UNIQUE (workspace_id, id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES crm.contact (workspace_id, id),
  FOREIGN KEY (workspace_id, replaced_by) REFERENCES crm.address (workspace_id, id)
);
CREATE INDEX address_contact ON crm.address (contact_id);

-- A name by which a provider knows an address. scope is the channel, or '*' for what the whole workspace shares
-- (a phone number that a provider verified: it lies here twice, once for the workspace without an address, once for
-- the channel with its address).
CREATE TABLE crm.alias (
  workspace_id bigint NOT NULL,
  scope        text   NOT NULL,
  kind         text   NOT NULL,
  value        text   NOT NULL CHECK (length(value) BETWEEN 1 AND 200),
  contact_id   bigint NOT NULL,
  address_id   bigint,
  PRIMARY KEY (workspace_id, scope, kind, value),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES crm.contact (workspace_id, id),
  FOREIGN KEY (workspace_id, address_id) REFERENCES crm.address (workspace_id, id)
);
CREATE INDEX alias_contact ON crm.alias (contact_id);
CREATE INDEX alias_address ON crm.alias (address_id);

-- Contacts that turned out to be another one; the old number still leads to the survivor.
CREATE TABLE crm.merged (
  workspace_id bigint      NOT NULL,
  contact_id   bigint      PRIMARY KEY,
  into_id      bigint      NOT NULL,
  merged_at    timestamptz NOT NULL,
  FOREIGN KEY (workspace_id, into_id) REFERENCES crm.contact (workspace_id, id)
);
CREATE INDEX merged_into ON crm.merged (into_id);

CREATE TABLE crm.tag (
  workspace_id bigint NOT NULL,
  contact_id   bigint NOT NULL,
  name         text   NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  PRIMARY KEY (contact_id, name),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES crm.contact (workspace_id, id)
);
CREATE INDEX tag_name ON crm.tag (workspace_id, name);

-- The custom fields a workspace keeps about its contacts; the values lie in contact.fields by slug.
CREATE TABLE crm.field (
  workspace_id bigint NOT NULL REFERENCES crm.workspace (id),
  slug         text   NOT NULL CHECK (slug ~ '^[a-z0-9_]{1,50}$'),
  name         text   NOT NULL CHECK (length(name) BETWEEN 1 AND 50),
  type         text   NOT NULL CHECK (type IN ('TEXT', 'LIST', 'CHECKBOX', 'EMAIL', 'NUMBER', 'URL', 'DATE', 'TIME')),
  choices      jsonb  NOT NULL DEFAULT '[]',
  position     int    NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, slug)
);

CREATE TABLE crm.conversation (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id      bigint      NOT NULL,
  contact_id        bigint      NOT NULL,
  channel_id        text,
  opened_at         timestamptz NOT NULL,
  opened_by         text        NOT NULL,
  opened_by_member  bigint,
  closed_at         timestamptz,
  closed_by         text,
  closed_by_member  bigint,
  category          text        CHECK (length(category) <= 128),
  summary           text        CHECK (length(summary) <= 512),
  first_response_at timestamptz,
  first_response_by bigint,
  incoming          int         NOT NULL DEFAULT 0,
  outgoing          int         NOT NULL DEFAULT 0,
  bot_turns         int         NOT NULL DEFAULT 0,
  assignments       int         NOT NULL DEFAULT 0,
  UNIQUE (workspace_id, id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES crm.contact (workspace_id, id),
  FOREIGN KEY (workspace_id, opened_by_member) REFERENCES crm.member (workspace_id, id),
  FOREIGN KEY (workspace_id, closed_by_member) REFERENCES crm.member (workspace_id, id),
  FOREIGN KEY (workspace_id, first_response_by) REFERENCES crm.member (workspace_id, id)
);
CREATE UNIQUE INDEX conversation_one_open ON crm.conversation (contact_id) WHERE closed_at IS NULL;
CREATE INDEX conversation_contact ON crm.conversation (contact_id, id);
CREATE INDEX conversation_closed ON crm.conversation (workspace_id, closed_at) WHERE closed_at IS NOT NULL;

-- The one lock row of a contact: who has the floor, and everything that must change together with it.
CREATE TABLE crm.thread (
  contact_id      bigint PRIMARY KEY,
  workspace_id    bigint      NOT NULL,
  floor           text        NOT NULL DEFAULT 'BOT' CHECK (floor IN ('BOT', 'PERSON')),
  epoch           bigint      NOT NULL DEFAULT 0,
  floor_since     timestamptz NOT NULL,
  resume_at       timestamptz,
  assignee_id     bigint,
  conversation_id bigint,
  sequence        bigint      NOT NULL DEFAULT 0,
  unread          int         NOT NULL DEFAULT 0,
  -- since when the customer waits for a person: set while a person has the floor
  waiting_since   timestamptz,
  misses          int         NOT NULL DEFAULT 0,
  -- the model's context starts after this sequence number
  context_from    bigint      NOT NULL DEFAULT 0,
  last_message_at timestamptz,
  preview         text        NOT NULL DEFAULT '',
  preview_author  text        NOT NULL DEFAULT '',
  channel_id      text,
  address_id      bigint,
  UNIQUE (workspace_id, contact_id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES crm.contact (workspace_id, id),
  FOREIGN KEY (workspace_id, assignee_id) REFERENCES crm.member (workspace_id, id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES crm.conversation (workspace_id, id),
  FOREIGN KEY (workspace_id, address_id) REFERENCES crm.address (workspace_id, id)
) WITH (fillfactor = 70);
CREATE INDEX thread_recent ON crm.thread (workspace_id, last_message_at DESC) WHERE conversation_id IS NOT NULL;
CREATE INDEX thread_closed ON crm.thread (workspace_id, last_message_at DESC) WHERE conversation_id IS NULL;
CREATE INDEX thread_waiting ON crm.thread (workspace_id, waiting_since) WHERE waiting_since IS NOT NULL;
CREATE INDEX thread_assignee ON crm.thread (assignee_id) WHERE assignee_id IS NOT NULL;
CREATE INDEX thread_address ON crm.thread (address_id) WHERE address_id IS NOT NULL;
CREATE INDEX thread_conversation ON crm.thread (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX thread_resume ON crm.thread (resume_at) WHERE resume_at IS NOT NULL;

CREATE TABLE crm.message (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id    bigint      NOT NULL,
  contact_id      bigint      NOT NULL,
  conversation_id bigint,
  -- place in the thread, and the last change of it: both drawn from thread.sequence
  sequence        bigint      NOT NULL,
  revision        bigint      NOT NULL,
  inbound         boolean     NOT NULL,
  author          text        NOT NULL CHECK (author IN ('CUSTOMER', 'BOT', 'PERSON', 'AUTOMATIC', 'ECHO')),
  member_id       bigint,
  -- why the product spoke by itself
  automatic       text,
  channel_id      text        NOT NULL,
  address_id      bigint      NOT NULL,
  content         jsonb       NOT NULL,
  quotes          text,
  state           text        NOT NULL CHECK (state IN ('RECEIVED', 'QUEUED', 'SENT', 'DELIVERED', 'READ', 'FAILED', 'WITHDRAWN')),
  reason          text,
  -- for a bot's answer: the row it came from and why
  grounds         jsonb,
  external_id     text,
  provider_at     timestamptz,
  created_at      timestamptz NOT NULL,
  words           tsvector    GENERATED ALWAYS AS
    (to_tsvector('simple'::regconfig, crm.fold(left(coalesce(content ->> 'body', content ->> 'caption',
      content ->> 'label', content ->> 'text', ''), 8000)))) STORED,
  UNIQUE (workspace_id, id),
  UNIQUE (contact_id, sequence),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES crm.contact (workspace_id, id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES crm.conversation (workspace_id, id),
  -- no key on address_id: it would cost an index on every message, and the contact's key guards the workspace
  FOREIGN KEY (workspace_id, member_id) REFERENCES crm.member (workspace_id, id)
);
CREATE INDEX message_revision ON crm.message (contact_id, revision);
CREATE INDEX message_conversation ON crm.message (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX message_words ON crm.message USING gin (words);
CREATE INDEX message_external ON crm.message (workspace_id, channel_id, external_id) WHERE external_id IS NOT NULL;

-- What the inbox shows of a thread; published for the handoff room.
CREATE VIEW crm.inbox_line AS
  SELECT t.workspace_id, t.contact_id, t.floor, t.assignee_id, t.conversation_id, t.unread, t.waiting_since,
         t.last_message_at, t.preview, t.preview_author, t.channel_id,
         c.name, c.phone, c.email, c.words, c.blocked
  FROM crm.thread t JOIN crm.contact c ON c.id = t.contact_id;

-- Where words were said; published for the handoff room's search.
CREATE VIEW crm.said_line AS SELECT id, workspace_id, contact_id, words FROM crm.message;

-- A note between colleagues; never sent. Its place in the thread comes from thread.sequence too.
CREATE TABLE crm.comment (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint      NOT NULL,
  contact_id   bigint      NOT NULL,
  sequence     bigint      NOT NULL,
  author       text        NOT NULL CHECK (author IN ('CUSTOMER', 'BOT', 'PERSON', 'AUTOMATIC', 'ECHO')),
  member_id    bigint,
  automatic    text,
  body         text        NOT NULL CHECK (length(body) BETWEEN 1 AND 4000),
  created_at   timestamptz NOT NULL,
  UNIQUE (workspace_id, id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES crm.contact (workspace_id, id),
  FOREIGN KEY (workspace_id, member_id) REFERENCES crm.member (workspace_id, id)
);
CREATE INDEX comment_contact ON crm.comment (contact_id, sequence);

-- The bot gave the floor to a person: the queue, and what became of it.
CREATE TABLE crm.handoff (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id    bigint      NOT NULL,
  contact_id      bigint      NOT NULL,
  conversation_id bigint,
  reason          text        NOT NULL,
  team            text,
  summary         text        NOT NULL DEFAULT '',
  opened_at       timestamptz NOT NULL,
  -- when the customer is told once more that nobody answered yet; null when told or no longer needed
  remind_at       timestamptz,
  taken_at        timestamptz,
  taken_by        bigint,
  ended_at        timestamptz,
  UNIQUE (workspace_id, id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES crm.contact (workspace_id, id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES crm.conversation (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, taken_by) REFERENCES crm.member (workspace_id, id)
);
CREATE UNIQUE INDEX handoff_one_open ON crm.handoff (contact_id) WHERE ended_at IS NULL;
CREATE INDEX handoff_contact ON crm.handoff (contact_id);
CREATE INDEX handoff_conversation ON crm.handoff (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX handoff_remind ON crm.handoff (remind_at) WHERE remind_at IS NOT NULL;

-- A request that was carried out, so that the same id gives the first result again.
CREATE TABLE crm.request (
  workspace_id bigint      NOT NULL REFERENCES crm.workspace (id),
  request_id   text        NOT NULL CHECK (length(request_id) BETWEEN 1 AND 100),
  contact_id   bigint      NOT NULL,
  result       jsonb       NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, request_id)
);
CREATE INDEX request_at ON crm.request (at);
CREATE INDEX request_contact ON crm.request (contact_id);

-- The one journal, append only: timeline, consoles, workflows, webhooks and bridges read it, each by its own cursor.
-- A serial number alone skips late commits; readers stay below the oldest running transaction (xid).
CREATE TABLE crm.event (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  xid             xid8        NOT NULL DEFAULT pg_current_xact_id(),
  workspace_id    bigint      NOT NULL REFERENCES crm.workspace (id),
  contact_id      bigint,
  conversation_id bigint,
  kind            text        NOT NULL,
  actor           text        NOT NULL CHECK (actor IN ('CUSTOMER', 'BOT', 'PERSON', 'AUTOMATIC', 'ECHO')),
  member_id       bigint,
  automatic       text,
  data            jsonb       NOT NULL DEFAULT '{}',
  at              timestamptz NOT NULL
);
CREATE INDEX event_order ON crm.event (xid, id);
CREATE INDEX event_contact ON crm.event (contact_id, id) WHERE contact_id IS NOT NULL;
CREATE INDEX event_timeline ON crm.event (contact_id, id DESC) WHERE contact_id IS NOT NULL AND kind NOT LIKE 'message.%';

CREATE TABLE crm.journal_cursor (
  reader text PRIMARY KEY,
  xid    xid8   NOT NULL,
  id     bigint NOT NULL
);

-- What was sent along. Bytes in pieces, so that no file is ever whole in memory.
CREATE TABLE crm.file (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint      NOT NULL REFERENCES crm.workspace (id),
  contact_id   bigint,
  name         text        NOT NULL,
  mime         text        NOT NULL,
  size         bigint      NOT NULL CHECK (size >= 0),
  sha256       bytea       NOT NULL,
  created_at   timestamptz NOT NULL,
  UNIQUE (workspace_id, id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES crm.contact (workspace_id, id)
);
CREATE INDEX file_contact ON crm.file (contact_id);

CREATE TABLE crm.file_piece (
  workspace_id bigint NOT NULL,
  file_id      bigint NOT NULL,
  number       int    NOT NULL,
  bytes        bytea  NOT NULL,
  PRIMARY KEY (file_id, number),
  FOREIGN KEY (workspace_id, file_id) REFERENCES crm.file (workspace_id, id) ON DELETE CASCADE
);
