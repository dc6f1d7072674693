-- How a draft becomes a version: proposed, approved or rejected, scheduled, published.

CREATE TABLE knowledge.policy (
  workspace_id bigint  PRIMARY KEY REFERENCES crm.workspace (id),
  approval     boolean NOT NULL
);

COMMENT ON TABLE knowledge.policy IS 'Whether somebody other than who proposes must approve; no row: no.';

CREATE TABLE knowledge.proposal (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id   bigint      NOT NULL REFERENCES crm.workspace (id),
  stage          text        NOT NULL CHECK (stage IN ('WAITING', 'SCHEDULED', 'PUBLISHED', 'REJECTED', 'WITHDRAWN')),
  revision       bigint      NOT NULL,
  row_count      integer     NOT NULL CHECK (row_count > 0),
  warnings       integer     NOT NULL CHECK (warnings >= 0),
  note           text        NOT NULL,
  proposer_id    bigint      NOT NULL,
  proposer       text        NOT NULL CHECK (proposer <> ''),
  proposed_at    timestamptz NOT NULL,
  publish_at     timestamptz NOT NULL,
  decider_id     bigint,
  decider        text,
  decided_at     timestamptz,
  reason         text        NOT NULL DEFAULT '',
  version        integer,
  UNIQUE (workspace_id, id),
  CHECK ((stage = 'PUBLISHED') = (version IS NOT NULL)),
  CHECK (stage NOT IN ('REJECTED', 'WITHDRAWN') OR decider IS NOT NULL),
  CHECK (num_nulls(decider_id, decider, decided_at) IN (0, 3))
);

CREATE UNIQUE INDEX proposal_open ON knowledge.proposal (workspace_id) WHERE stage IN ('WAITING', 'SCHEDULED');
CREATE INDEX proposal_due ON knowledge.proposal (publish_at) WHERE stage = 'SCHEDULED';

COMMENT ON COLUMN knowledge.proposal.revision IS 'The draft''s revision whose rows are proposed.';
COMMENT ON COLUMN knowledge.proposal.warnings IS 'How many warnings the checks gave; errors do not get this far.';

CREATE TABLE knowledge.proposal_row (
  workspace_id bigint  NOT NULL,
  proposal_id  bigint  NOT NULL,
  position     integer NOT NULL CHECK (position >= 0),
  row_id       text    NOT NULL,
  content      jsonb   NOT NULL,
  PRIMARY KEY (workspace_id, proposal_id, position),
  FOREIGN KEY (workspace_id, proposal_id) REFERENCES knowledge.proposal (workspace_id, id) ON DELETE CASCADE
);

COMMENT ON TABLE knowledge.proposal_row IS 'The rows as they were proposed, so that what is approved is what is published; gone once it is settled.';
