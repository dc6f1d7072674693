-- Keeping a Google sheet in step by itself: whose turn it is, and what came of the rounds.

ALTER TABLE knowledge.sheet
  ADD COLUMN due_at        timestamptz NOT NULL DEFAULT now(),
  -- one replica at a time: until then the round is its own
  ADD COLUMN claimed_until timestamptz,
  -- grows with every claim, so that whoever was too slow changes nothing any more
  ADD COLUMN claim         bigint      NOT NULL DEFAULT 0,
  ADD COLUMN pulled_at     timestamptz,
  ADD COLUMN pushed_at     timestamptz,
  -- rounds in a row that came to nothing, and why, as a sentence is kept; empty while all is well
  ADD COLUMN failures      int         NOT NULL DEFAULT 0,
  ADD COLUMN fault         text        NOT NULL DEFAULT '',
  -- what makes the sheet no sound matrix: [{place, key, arguments}]
  ADD COLUMN problems      text        NOT NULL DEFAULT '[]',
  -- cells both sides changed, until one of them changes again: [{row, column, ours, theirs}]
  ADD COLUMN conflicts     text        NOT NULL DEFAULT '[]';

CREATE INDEX sheet_due ON knowledge.sheet (due_at);

CREATE TABLE knowledge.sheet_round (
  workspace_id  bigint      NOT NULL REFERENCES knowledge.sheet (workspace_id) ON DELETE CASCADE,
  claim         bigint      NOT NULL,
  at            timestamptz NOT NULL,
  -- rows the sheet changed, added and took out of the draft
  changed       int         NOT NULL,
  added         int         NOT NULL,
  removed       int         NOT NULL,
  -- cells written to the sheet, and lines taken out of it
  cells         int         NOT NULL,
  lines         int         NOT NULL,
  conflicts     int         NOT NULL,
  PRIMARY KEY (workspace_id, claim)
);

COMMENT ON TABLE knowledge.sheet_round IS 'The last rounds in which a sheet and its draft had something to tell each other.';
