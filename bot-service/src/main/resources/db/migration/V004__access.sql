-- Who may enter the console, and what the console must remember to do nothing twice.

-- How a member proves who they are. Only argon2id hashes are ever stored.
CREATE TABLE bot.credential (
  member_id    bigint PRIMARY KEY,
  workspace_id bigint      NOT NULL,
  password     text        NOT NULL CHECK (password LIKE '$argon2id$%'),
  changed_at   timestamptz NOT NULL,
  FOREIGN KEY (workspace_id, member_id) REFERENCES crm.member (workspace_id, id)
);

-- A link that lets somebody in once: the first owner, an invited member, a member who forgot the password.
-- Only the hash of its token is stored.
CREATE TABLE bot.entry_link (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint      NOT NULL REFERENCES crm.workspace (id),
  kind         text        NOT NULL CHECK (kind IN ('OWNER', 'INVITE', 'RESET')),
  token        bytea       NOT NULL UNIQUE CHECK (length(token) = 32),
  role         text        NOT NULL CHECK (role IN ('OWNER', 'MANAGER', 'AGENT')),
  -- whose password is set anew; null for newcomers
  member_id    bigint,
  made_by      bigint,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  used_at      timestamptz,
  CHECK ((kind = 'RESET') = (member_id IS NOT NULL)),
  UNIQUE (workspace_id, id),
  FOREIGN KEY (workspace_id, member_id) REFERENCES crm.member (workspace_id, id),
  FOREIGN KEY (workspace_id, made_by) REFERENCES crm.member (workspace_id, id)
);
CREATE INDEX entry_link_open ON bot.entry_link (workspace_id, expires_at) WHERE used_at IS NULL;

-- Tries to sign in that did not succeed, by account and by network address (both hashed). No workspace yet: nobody
-- knows before the sign-in whose it is.
CREATE TABLE bot.sign_in_try (
  subject    text PRIMARY KEY CHECK (length(subject) <= 80),
  tries      int         NOT NULL,
  last_at    timestamptz NOT NULL,
  closed_until timestamptz
);
CREATE INDEX sign_in_try_last ON bot.sign_in_try (last_at);

-- Spring Session's own shape; which workspace a session belongs to is known to its member.
CREATE TABLE bot.spring_session (
  primary_id            char(36) PRIMARY KEY,
  session_id            char(36) NOT NULL UNIQUE,
  creation_time         bigint   NOT NULL,
  last_access_time      bigint   NOT NULL,
  max_inactive_interval int      NOT NULL,
  expiry_time           bigint   NOT NULL,
  principal_name        varchar(100)
);
CREATE INDEX spring_session_expiry ON bot.spring_session (expiry_time);
CREATE INDEX spring_session_principal ON bot.spring_session (principal_name);

CREATE TABLE bot.spring_session_attributes (
  session_primary_id char(36)     NOT NULL REFERENCES bot.spring_session (primary_id) ON DELETE CASCADE,
  attribute_name     varchar(200) NOT NULL,
  attribute_bytes    bytea        NOT NULL,
  PRIMARY KEY (session_primary_id, attribute_name)
);

-- A reply that was posted from the console, so that the same request posts once.
CREATE TABLE bot.reply_request (
  workspace_id bigint      NOT NULL REFERENCES crm.workspace (id),
  request_id   text        NOT NULL CHECK (length(request_id) BETWEEN 1 AND 100),
  contact_id   bigint      NOT NULL,
  at           timestamptz NOT NULL,
  message_ids  bigint[]    NOT NULL DEFAULT '{}',
  PRIMARY KEY (workspace_id, request_id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES crm.contact (workspace_id, id)
);
CREATE INDEX reply_request_contact ON bot.reply_request (contact_id);
CREATE INDEX reply_request_at ON bot.reply_request (at);
