-- The working copy of a workspace's matrix and the journal of its edits.

CREATE TABLE knowledge.draft (
  workspace_id  bigint  PRIMARY KEY REFERENCES crm.workspace (id),
  revision      bigint  NOT NULL CHECK (revision >= 0),
  compared_with integer NOT NULL CHECK (compared_with >= 0)
);

COMMENT ON TABLE knowledge.draft IS 'One draft a workspace; whoever edits locks its row, so edits come one after the other.';
COMMENT ON COLUMN knowledge.draft.revision IS 'Raised by every edit.';
COMMENT ON COLUMN knowledge.draft.compared_with IS 'The version that draft_row.published was copied from; 0 before the first.';

CREATE TABLE knowledge.draft_row (
  workspace_id bigint      NOT NULL REFERENCES knowledge.draft (workspace_id) ON DELETE CASCADE,
  row_id       text        NOT NULL CHECK (length(row_id) BETWEEN 1 AND 64),
  position     numeric     NOT NULL,
  content      jsonb       NOT NULL,
  published    jsonb,
  marked       boolean     NOT NULL DEFAULT false,
  revision     bigint      NOT NULL,
  changed_by   text        NOT NULL,
  changed_at   timestamptz NOT NULL,
  words        tsvector    NOT NULL,
  category     text        NOT NULL GENERATED ALWAYS AS (content ->> 'category') STORED,
  language     text        NOT NULL GENERATED ALWAYS AS (split_part(content ->> 'language', '-', 1)) STORED,
  state        text        NOT NULL GENERATED ALWAYS AS (
    CASE WHEN marked THEN 'TO_DELETE'
         WHEN content ->> 'answer' = '' THEN 'NEW_QUESTION'
         WHEN published IS NULL THEN 'NEW'
         WHEN content = published THEN 'PROGRAMMED'
         ELSE 'CHANGE_REQUESTED' END) STORED,
  PRIMARY KEY (workspace_id, row_id),
  UNIQUE (workspace_id, position)
);

CREATE INDEX draft_row_state ON knowledge.draft_row (workspace_id, state, position);
CREATE INDEX draft_row_category ON knowledge.draft_row (workspace_id, category, position);
CREATE INDEX draft_row_language ON knowledge.draft_row (workspace_id, language, position);
CREATE INDEX draft_row_words ON knowledge.draft_row USING gin (words);

COMMENT ON COLUMN knowledge.draft_row.position IS 'Orders the rows; a moved row gets a number between its new neighbours'', and no other row is touched.';
COMMENT ON COLUMN knowledge.draft_row.published IS 'The row as the newest version has it; null where that version lacks it.';
COMMENT ON COLUMN knowledge.draft_row.revision IS 'The draft''s revision when the row''s content or mark last changed.';
COMMENT ON COLUMN knowledge.draft_row.state IS 'Follows from what happened to the row; nobody sets it.';

CREATE TABLE knowledge.edit (
  workspace_id bigint      NOT NULL REFERENCES knowledge.draft (workspace_id) ON DELETE CASCADE,
  revision     bigint      NOT NULL,
  kind         text        NOT NULL CHECK (kind IN ('EDIT', 'UNDO', 'REDO', 'PUBLISH')),
  stance       text        NOT NULL CHECK (stance IN ('STANDS', 'UNDONE', 'SETTLED')),
  editor_id    bigint      NOT NULL,
  editor       text        NOT NULL CHECK (editor <> ''),
  edited_at    timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, revision)
);

CREATE INDEX edit_of_editor ON knowledge.edit (workspace_id, editor_id, revision) WHERE kind = 'EDIT';

COMMENT ON COLUMN knowledge.edit.stance IS 'Whether an EDIT can be undone (STANDS), redone (UNDONE) or neither (SETTLED).';
COMMENT ON COLUMN knowledge.edit.editor_id IS 'The member''s number; 0 for Relevo itself.';

CREATE TABLE knowledge.edited_row (
  workspace_id    bigint NOT NULL,
  revision        bigint NOT NULL,
  row_id          text   NOT NULL,
  before_content  jsonb,
  before_position numeric,
  before_marked   boolean,
  after_content   jsonb,
  after_position  numeric,
  after_marked    boolean,
  PRIMARY KEY (workspace_id, revision, row_id),
  FOREIGN KEY (workspace_id, revision) REFERENCES knowledge.edit (workspace_id, revision) ON DELETE CASCADE
);

CREATE INDEX edited_row_history ON knowledge.edited_row (workspace_id, row_id, revision);

COMMENT ON TABLE knowledge.edited_row IS 'What an edit did to a row; nulls before: it was added, nulls after: it was taken out.';
