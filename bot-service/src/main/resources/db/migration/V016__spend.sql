-- What models are asked and what it costs, and how a workspace reaches its own.

-- The most a workspace spends in a calendar month of its zone; no row: no bound. Money is in millionths of the currency
-- the prices are in.
CREATE TABLE bot.budget (
  workspace_id bigint PRIMARY KEY REFERENCES crm.workspace (id),
  -- null: no bound
  month_micros bigint      CHECK (month_micros > 0),
  warn_percent integer     NOT NULL CHECK (warn_percent BETWEEN 1 AND 100),
  changed_at   timestamptz NOT NULL,
  changed_by   bigint      NOT NULL,
  FOREIGN KEY (workspace_id, changed_by) REFERENCES crm.member (workspace_id, id)
);

-- Spent and reserved together: a reservation is spent until it is settled.
CREATE TABLE bot.spend_month (
  workspace_id bigint NOT NULL REFERENCES crm.workspace (id),
  month        date   NOT NULL CHECK (extract(day FROM month) = 1),
  calls        bigint NOT NULL,
  tokens       bigint NOT NULL,
  micros       bigint NOT NULL,
  PRIMARY KEY (workspace_id, month)
);

CREATE TABLE bot.spend_conversation (
  workspace_id    bigint  NOT NULL REFERENCES crm.workspace (id),
  conversation_id bigint  NOT NULL,
  calls           integer NOT NULL,
  tokens          bigint  NOT NULL,
  micros          bigint  NOT NULL,
  PRIMARY KEY (workspace_id, conversation_id)
);

-- One call. Texts go with the contact and after a while by themselves; figures stay.
CREATE TABLE bot.model_call (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id    bigint         NOT NULL REFERENCES crm.workspace (id),
  -- null: the one a workspace has before anybody made one
  assistant_id    bigint,
  contact_id      bigint,
  conversation_id bigint,
  message_id      bigint,
  purpose         text           NOT NULL CHECK (length(purpose) BETWEEN 1 AND 32),
  model           text           NOT NULL CHECK (length(model) BETWEEN 1 AND 200),
  state           text           NOT NULL CHECK (state IN ('RESERVED', 'ANSWERED', 'FAILED')),
  -- per million tokens, which is millionths per token
  price_read      numeric(14, 6) NOT NULL,
  price_written   numeric(14, 6) NOT NULL,
  -- while reserved: at worst
  prompt_tokens   integer        NOT NULL CHECK (prompt_tokens >= 0),
  answer_tokens   integer        NOT NULL CHECK (answer_tokens >= 0),
  micros          bigint         NOT NULL CHECK (micros >= 0),
  latency_ms      integer,
  first_token_ms  integer,
  fault           text,
  -- null: gone
  request         text,
  answer          text,
  -- what it asked to be done: [{"name", "arguments"}]
  steps           jsonb          NOT NULL DEFAULT '[]',
  -- what became of the answer, and what it stands on
  outcome         text           CHECK (length(outcome) <= 64),
  grounds         jsonb          NOT NULL DEFAULT '{}',
  -- in the workspace's zone
  day             date           NOT NULL,
  at              timestamptz    NOT NULL,
  UNIQUE (workspace_id, id),
  FOREIGN KEY (workspace_id, assistant_id) REFERENCES bot.assistant (workspace_id, id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES crm.contact (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX model_call_day ON bot.model_call (workspace_id, day);
CREATE INDEX model_call_assistant ON bot.model_call (workspace_id, assistant_id) WHERE assistant_id IS NOT NULL;
CREATE INDEX model_call_contact ON bot.model_call (workspace_id, contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX model_call_message ON bot.model_call (workspace_id, message_id) WHERE message_id IS NOT NULL;
CREATE INDEX model_call_texts ON bot.model_call (workspace_id, at) WHERE request IS NOT NULL;

-- A workspace's own model. Key and headers are sealed: worth nothing without the installation's secret.
CREATE TABLE bot.model_connection (
  workspace_id bigint PRIMARY KEY REFERENCES crm.workspace (id),
  base_url     text        NOT NULL CHECK (length(base_url) BETWEEN 1 AND 2000),
  model        text        NOT NULL CHECK (length(model) BETWEEN 1 AND 200),
  sealed_key   text        NOT NULL,
  sealed_headers text      NOT NULL,
  prices       text        NOT NULL CHECK (length(prices) <= 4000),
  changed_at   timestamptz NOT NULL,
  changed_by   bigint      NOT NULL,
  FOREIGN KEY (workspace_id, changed_by) REFERENCES crm.member (workspace_id, id)
);
