-- Who answers on which channels, and how.

CREATE TABLE bot.assistant (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint      NOT NULL REFERENCES crm.workspace (id),
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 50),
  enabled      boolean     NOT NULL,
  engine       text        NOT NULL CHECK (engine IN ('MATRIX', 'MODEL', 'DIALOGFLOW')),
  -- null: the customer's language
  speaks       text        CHECK (speaks IN ('es', 'en', 'pt')),
  -- answers every channel that no other one names
  everywhere   boolean     NOT NULL,
  -- persona, hours, what it may do, bounds
  manner       jsonb       NOT NULL,
  changed_at   timestamptz NOT NULL,
  -- its calls stay on record
  retired_at   timestamptz,
  UNIQUE (workspace_id, id)
);
CREATE UNIQUE INDEX assistant_everywhere ON bot.assistant (workspace_id) WHERE everywhere AND retired_at IS NULL;

CREATE TABLE bot.assistant_channel (
  workspace_id bigint NOT NULL,
  channel_id   text   NOT NULL,
  assistant_id bigint NOT NULL,
  PRIMARY KEY (workspace_id, channel_id),
  FOREIGN KEY (workspace_id, assistant_id) REFERENCES bot.assistant (workspace_id, id)
);
CREATE INDEX assistant_channel_assistant ON bot.assistant_channel (workspace_id, assistant_id);
