-- What came in, what must go out, and who works on which lanes.

CREATE SCHEMA IF NOT EXISTS bot;

-- Lanes (one per contact) hash into shards: shard = contact_id mod 64. A replica works on the shards it has leased;
-- the token rises at each change of hands and is checked at commit by FOR KEY SHARE, which the unique key makes
-- collide with a change of hands but not with a renewal.
CREATE TABLE bot.shard (
  id           smallint PRIMARY KEY CHECK (id BETWEEN 0 AND 63),
  owner        text,
  token        bigint   NOT NULL DEFAULT 0,
  leased_until timestamptz,
  UNIQUE (id, token)
);
INSERT INTO bot.shard (id) SELECT generate_series(0, 63);

-- Who is there to share the shards.
CREATE TABLE bot.replica (
  owner   text PRIMARY KEY,
  seen_at timestamptz NOT NULL
);

-- The ledger of what came in. Within a lane, ids rise in the order of commit: the id is drawn under the thread's lock.
CREATE TABLE bot.inbound (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint      NOT NULL REFERENCES crm.workspace (id),
  channel_id   text        NOT NULL,
  external_id  text        NOT NULL CHECK (length(external_id) BETWEEN 1 AND 300),
  contact_id   bigint      NOT NULL,
  shard        smallint    NOT NULL CHECK (shard BETWEEN 0 AND 63),
  message_id   bigint,
  -- the floor's epoch when the message was heard: the bot answers only while it holds
  epoch        bigint      NOT NULL,
  state        text        NOT NULL CHECK (state IN ('WAITING', 'DONE')),
  attempts     int         NOT NULL DEFAULT 0,
  due_at       timestamptz,
  -- what became of it: REPLY, OFFER, HANDOFF, FALLBACK, SILENCE, ...
  outcome      text,
  -- for the guards: in which conversation the bot answered, and what, in a word
  conversation_id bigint,
  fingerprint  text,
  raw          jsonb       NOT NULL,
  received_at  timestamptz NOT NULL,
  done_at      timestamptz,
  UNIQUE (workspace_id, channel_id, external_id),
  -- message_id has no foreign key: messages may expire before the ledger does, and each removal would scan it
  FOREIGN KEY (workspace_id, contact_id) REFERENCES crm.contact (workspace_id, id)
);
CREATE INDEX inbound_waiting ON bot.inbound (shard, id) WHERE state = 'WAITING';
CREATE INDEX inbound_contact ON bot.inbound (contact_id);
CREATE INDEX inbound_received ON bot.inbound (received_at);

-- Delivery receipts. They may come before the provider's id of the parcel is committed: they wait.
CREATE TABLE bot.receipt (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint      NOT NULL REFERENCES crm.workspace (id),
  channel_id   text        NOT NULL,
  external_id  text        NOT NULL CHECK (length(external_id) BETWEEN 1 AND 300),
  kind         text        NOT NULL CHECK (kind IN ('SENT', 'DELIVERED', 'READ', 'FAILED')),
  -- our own reference, echoed by the provider; finds the parcel even when its answer was lost
  callback     text,
  code         text,
  reason       text,
  provider_at  timestamptz,
  state        text        NOT NULL CHECK (state IN ('WAITING', 'DONE')),
  -- those that match nothing yet are looked at again, with growing gaps
  attempts     int         NOT NULL DEFAULT 0,
  due_at       timestamptz NOT NULL DEFAULT '-infinity',
  raw          jsonb       NOT NULL,
  received_at  timestamptz NOT NULL,
  UNIQUE (workspace_id, channel_id, external_id, kind)
);
CREATE INDEX receipt_waiting ON bot.receipt (due_at, id) WHERE state = 'WAITING';
CREATE INDEX receipt_received ON bot.receipt (received_at);

-- What must still be sent.
CREATE TABLE bot.parcel (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint      NOT NULL REFERENCES crm.workspace (id),
  contact_id   bigint      NOT NULL,
  shard        smallint    NOT NULL CHECK (shard BETWEEN 0 AND 63),
  message_id   bigint      NOT NULL,
  channel_id   text        NOT NULL,
  address_id   bigint      NOT NULL,
  -- 0: a person's, overtakes; 1: the bot's and the system's
  rank         smallint    NOT NULL CHECK (rank IN (0, 1)),
  -- the epoch the bot held when it spoke; null: never withdrawn
  epoch        bigint,
  -- no foreign key: the ledger is purged first, and each row removed there would scan this table
  inbound_id   bigint,
  state        text        NOT NULL CHECK (state IN ('QUEUED', 'SENDING', 'UNKNOWN', 'SENT', 'DEAD', 'WITHDRAWN')),
  attempts     int         NOT NULL DEFAULT 0,
  -- a fresh parcel (no attempts) with a later due_at is a follow-up: it does not stand in its lane until then
  due_at       timestamptz NOT NULL,
  sending_at   timestamptz,
  -- of the shard's lease under which it is on the wire; an older one than the shard's: nobody waits for the answer
  token        bigint,
  external_id  text,
  reason       text,
  resent       boolean     NOT NULL DEFAULT false,
  created_at   timestamptz NOT NULL,
  settled_at   timestamptz,
  UNIQUE (message_id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES crm.contact (workspace_id, id),
  FOREIGN KEY (workspace_id, message_id) REFERENCES crm.message (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX parcel_open ON bot.parcel (shard, contact_id, rank, id) WHERE state IN ('QUEUED', 'SENDING', 'UNKNOWN');
CREATE INDEX parcel_external ON bot.parcel (workspace_id, channel_id, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX parcel_contact ON bot.parcel (contact_id);
CREATE INDEX parcel_settled ON bot.parcel (settled_at) WHERE settled_at IS NOT NULL;
CREATE INDEX parcel_dead ON bot.parcel (workspace_id, settled_at) WHERE state = 'DEAD';

-- A channel that must not send for now, and why.
CREATE TABLE bot.channel_pause (
  workspace_id bigint      NOT NULL REFERENCES crm.workspace (id),
  channel_id   text        NOT NULL,
  reason       text        NOT NULL,
  paused_at    timestamptz NOT NULL,
  -- null: until a person resumes it
  until        timestamptz,
  PRIMARY KEY (workspace_id, channel_id)
);

-- Media a customer sent that must still be fetched from the provider.
CREATE TABLE bot.media (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint      NOT NULL REFERENCES crm.workspace (id),
  channel_id   text        NOT NULL,
  contact_id   bigint      NOT NULL,
  message_id   bigint      NOT NULL,
  reference    jsonb       NOT NULL,
  state        text        NOT NULL CHECK (state IN ('WAITING', 'DONE', 'DEAD')),
  attempts     int         NOT NULL DEFAULT 0,
  due_at       timestamptz NOT NULL,
  reason       text,
  UNIQUE (message_id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES crm.contact (workspace_id, id),
  FOREIGN KEY (workspace_id, message_id) REFERENCES crm.message (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX media_waiting ON bot.media (due_at) WHERE state = 'WAITING';
CREATE INDEX media_contact ON bot.media (contact_id);
