-- Agents of Dialogflow CX: how they are reached, where each conversation with one stands, and what each was asked.

CREATE TABLE bot.dialogflow_connection (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint      NOT NULL REFERENCES crm.workspace (id),
  -- null: every assistant that has no agent of its own
  assistant_id bigint,
  project      text        NOT NULL CHECK (length(project) BETWEEN 1 AND 100),
  location     text        NOT NULL CHECK (length(location) BETWEEN 1 AND 50),
  agent        text        NOT NULL CHECK (length(agent) BETWEEN 1 AND 100),
  -- null: the draft
  environment  text        CHECK (length(environment) BETWEEN 1 AND 100),
  -- null: the customer's
  language     text        CHECK (length(language) BETWEEN 2 AND 20),
  -- the service account's name, which may be shown; its key, sealed, which never is
  account      text        NOT NULL,
  credentials  text        NOT NULL,
  changed_by   bigint      NOT NULL,
  changed_at   timestamptz NOT NULL,
  UNIQUE NULLS NOT DISTINCT (workspace_id, assistant_id),
  FOREIGN KEY (workspace_id, assistant_id) REFERENCES bot.assistant (workspace_id, id),
  FOREIGN KEY (workspace_id, changed_by) REFERENCES crm.member (workspace_id, id)
);

-- A contact's conversation with an agent, as far as we must know it.
CREATE TABLE bot.dialogflow_session (
  workspace_id    bigint      NOT NULL,
  contact_id      bigint      NOT NULL,
  -- the agent's full name, environment included
  agent           text        NOT NULL,
  -- 0: none was open
  conversation_id bigint      NOT NULL,
  -- rises with every new session of the conversation
  number          int         NOT NULL,
  -- of the floor when it began: a hand-back begins another
  epoch           bigint      NOT NULL,
  -- the agent waits for an answer of a form or a page
  engaged         boolean     NOT NULL DEFAULT false,
  ended           boolean     NOT NULL DEFAULT false,
  misses          int         NOT NULL DEFAULT 0,
  -- parameters that were carried out and are to be deleted with the next call
  spent           text[]      NOT NULL DEFAULT '{}',
  used_at         timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, contact_id, agent),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES crm.contact (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX dialogflow_session_contact ON bot.dialogflow_session (contact_id);

-- A customer's message that an agent was asked. The row is committed before the call: it is made once or never.
CREATE TABLE bot.dialogflow_call (
  workspace_id bigint      NOT NULL,
  message_id   bigint      NOT NULL,
  contact_id   bigint      NOT NULL,
  agent        text        NOT NULL,
  -- ASKED, ANSWERED, or what went wrong
  outcome      text        NOT NULL DEFAULT 'ASKED',
  -- the protocol's own bytes
  answer       bytea,
  asked_at     timestamptz NOT NULL,
  ended_at     timestamptz,
  PRIMARY KEY (workspace_id, message_id),
  CHECK ((outcome = 'ANSWERED') = (answer IS NOT NULL)),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES crm.contact (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX dialogflow_call_contact ON bot.dialogflow_call (contact_id);
CREATE INDEX dialogflow_call_agent ON bot.dialogflow_call (workspace_id, agent, asked_at);
CREATE INDEX dialogflow_call_asked ON bot.dialogflow_call (asked_at);
