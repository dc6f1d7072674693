-- What a workspace wants of its answers.

CREATE TABLE knowledge.aim (
  workspace_id  bigint           PRIMARY KEY REFERENCES crm.workspace (id),
  -- when the bot answers, how often it shall be right; nothing: as many questions as possible end well
  precision     double precision CHECK (precision > 0 AND precision < 1),
  -- the expected share of questions that no row answers
  off_topic     double precision NOT NULL CHECK (off_topic > 0 AND off_topic < 1)
);

COMMENT ON TABLE knowledge.aim IS 'How sure the bot has to be before it answers; a workspace without a row wants what is usual.';
