-- Who did what of weight, when, and from where. Rows are added and read; nobody who works for the service changes or
-- removes one.

CREATE TABLE bot.audit (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint      NOT NULL REFERENCES crm.workspace (id),
  at           timestamptz NOT NULL,
  act          text        NOT NULL CHECK (act ~ '^[A-Z_]{1,40}$'),
  -- neither: Relevo itself, or somebody who did not prove who they are
  member_id    bigint,
  key_id       bigint,
  -- to what or whom: numbers and names, never a secret or a text
  about        jsonb       NOT NULL,
  -- without its last part; empty when nobody came from anywhere
  address      text        NOT NULL CHECK (length(address) <= 45),
  CHECK (num_nonnulls(member_id, key_id) <= 1),
  FOREIGN KEY (workspace_id, member_id) REFERENCES crm.member (workspace_id, id),
  FOREIGN KEY (workspace_id, key_id) REFERENCES bot.api_key (workspace_id, id)
);
CREATE INDEX audit_newest ON bot.audit (workspace_id, id DESC);

CALL crm.keep_apart('bot.audit');
REVOKE UPDATE, DELETE ON bot.audit FROM relevo_app, relevo_tenant;
