-- What was learnt of a published version, so that a start and every other replica read it instead of learning again.

CREATE TABLE knowledge.model (
  workspace_id bigint      NOT NULL,
  number       integer     NOT NULL,
  learnt_at    timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, number),
  FOREIGN KEY (workspace_id, number) REFERENCES knowledge.version (workspace_id, number) ON DELETE CASCADE
);

-- In pieces, so that no model is ever whole in memory.
CREATE TABLE knowledge.model_piece (
  workspace_id bigint  NOT NULL,
  number       integer NOT NULL,
  piece        integer NOT NULL CHECK (piece >= 0),
  bytes        bytea   NOT NULL,
  PRIMARY KEY (workspace_id, number, piece),
  FOREIGN KEY (workspace_id, number) REFERENCES knowledge.model (workspace_id, number) ON DELETE CASCADE
);

COMMENT ON TABLE knowledge.model IS 'At most one for each version: of the rows used on the day it was learnt.';
