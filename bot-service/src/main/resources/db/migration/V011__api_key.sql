-- Keys by which programs of partners come in, and what they asked once.

-- Only the SHA-256 of a key is ever stored; the hint is its first characters, by which its owner knows it again.
CREATE TABLE bot.api_key (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint      NOT NULL REFERENCES crm.workspace (id),
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  token        bytea       NOT NULL UNIQUE CHECK (length(token) = 32),
  hint         text        NOT NULL CHECK (length(hint) BETWEEN 1 AND 12),
  scopes       text[]      NOT NULL
    CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY ['matrix:read', 'matrix:write', 'matrix:publish']),
  made_by      bigint      NOT NULL,
  made_at      timestamptz NOT NULL,
  -- at most once a minute
  last_used_at timestamptz,
  revoked_by   bigint,
  revoked_at   timestamptz,
  CHECK ((revoked_by IS NULL) = (revoked_at IS NULL)),
  UNIQUE (workspace_id, id),
  FOREIGN KEY (workspace_id, made_by) REFERENCES crm.member (workspace_id, id),
  FOREIGN KEY (workspace_id, revoked_by) REFERENCES crm.member (workspace_id, id)
);
CREATE INDEX api_key_good ON bot.api_key (workspace_id, id) WHERE revoked_at IS NULL;

-- A request that carried an Idempotency-Key, and what it was answered, in the transaction that did what it asked.
CREATE TABLE bot.api_request (
  workspace_id bigint      NOT NULL,
  key_id       bigint      NOT NULL,
  request      text        NOT NULL CHECK (length(request) BETWEEN 1 AND 255),
  -- SHA-256 of method, address and body
  fingerprint  bytea       NOT NULL CHECK (length(fingerprint) = 32),
  at           timestamptz NOT NULL,
  status       integer     NOT NULL DEFAULT 0,
  headers      jsonb       NOT NULL DEFAULT '{}',
  body         text        NOT NULL DEFAULT '',
  PRIMARY KEY (workspace_id, key_id, request),
  FOREIGN KEY (workspace_id, key_id) REFERENCES bot.api_key (workspace_id, id)
);
CREATE INDEX api_request_at ON bot.api_request (at);
