-- On which page a visitor of the web chat last wrote; without query and fragment.
CREATE TABLE bot.webchat_visit (
  contact_id   bigint PRIMARY KEY,
  workspace_id bigint      NOT NULL,
  url          text        NOT NULL CHECK (length(url) <= 300),
  title        text        NOT NULL CHECK (length(title) <= 120),
  locale       text        NOT NULL CHECK (length(locale) <= 35),
  at           timestamptz NOT NULL,
  FOREIGN KEY (workspace_id, contact_id) REFERENCES crm.contact (workspace_id, id)
);

-- Files of visitors who have not said anything yet; removed with the file when they never do.
CREATE TABLE bot.webchat_upload (
  file_id      bigint PRIMARY KEY REFERENCES crm.file (id) ON DELETE CASCADE,
  workspace_id bigint      NOT NULL REFERENCES crm.workspace (id),
  at           timestamptz NOT NULL
);
CREATE INDEX webchat_upload_at ON bot.webchat_upload (at);
