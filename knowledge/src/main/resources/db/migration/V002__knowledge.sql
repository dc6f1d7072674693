-- Published versions of the knowledge matrix. A version never changes; the bot answers from the newest.

CREATE SCHEMA IF NOT EXISTS knowledge;

CREATE TABLE knowledge.version (
  id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id  bigint      NOT NULL REFERENCES crm.workspace (id),
  number        integer     NOT NULL CHECK (number > 0),
  published_at  timestamptz NOT NULL,
  published_by  text        NOT NULL CHECK (published_by <> ''),
  note          text        NOT NULL DEFAULT '',
  row_count     integer     NOT NULL CHECK (row_count > 0),
  UNIQUE (workspace_id, number),
  UNIQUE (workspace_id, id)
);

CREATE TABLE knowledge.row (
  workspace_id  bigint  NOT NULL,
  version_id    bigint  NOT NULL,
  position      integer NOT NULL CHECK (position >= 0),
  row_id        text    NOT NULL CHECK (length(row_id) BETWEEN 1 AND 64),
  content       jsonb   NOT NULL,
  PRIMARY KEY (workspace_id, version_id, position),
  UNIQUE (workspace_id, version_id, row_id),
  FOREIGN KEY (workspace_id, version_id) REFERENCES knowledge.version (workspace_id, id) ON DELETE CASCADE
);

COMMENT ON TABLE knowledge.version IS 'A published version of a workspace''s matrix; numbers count from 1 in each workspace.';
COMMENT ON COLUMN knowledge.row.content IS 'The row without its id: question, variants, answer, buttons …';
