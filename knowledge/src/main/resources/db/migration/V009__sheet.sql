-- The Google sheet a workspace keeps its matrix in, as well.

CREATE TABLE knowledge.sheet (
  workspace_id  bigint      PRIMARY KEY REFERENCES crm.workspace (id),
  spreadsheet   text        NOT NULL CHECK (length(spreadsheet) BETWEEN 10 AND 200),
  sheet         text        NOT NULL CHECK (length(sheet) BETWEEN 1 AND 100),
  -- the service account's e-mail, with which the spreadsheet is shared
  account       text        NOT NULL CHECK (account <> ''),
  -- its key, encrypted with the installation's secret
  sealed_key    text        NOT NULL CHECK (sealed_key <> ''),
  -- the cells both sides had when they last agreed: {row: {column: text}}
  agreed        text        NOT NULL DEFAULT '{}',
  synced_at     timestamptz,
  connected_by  text        NOT NULL CHECK (connected_by <> ''),
  connected_at  timestamptz NOT NULL
);

COMMENT ON TABLE knowledge.sheet IS 'Where a workspace''s matrix is kept in step with a Google sheet, and what both sides last agreed on.';
