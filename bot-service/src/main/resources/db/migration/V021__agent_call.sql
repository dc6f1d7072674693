-- Calls of agents have numbers, say what was asked, and questions that are only tried out are on record too.

ALTER TABLE bot.dialogflow_call DROP CONSTRAINT dialogflow_call_pkey;
ALTER TABLE bot.dialogflow_call DROP CONSTRAINT dialogflow_call_check;
ALTER TABLE bot.dialogflow_call
  ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- what was said, or `event:` and its name; null: gone, or from before it was kept
  ADD COLUMN input text,
  -- null: a question that was only tried out, as is the contact
  ALTER COLUMN message_id DROP NOT NULL,
  ALTER COLUMN contact_id DROP NOT NULL,
  ADD CONSTRAINT dialogflow_call_message UNIQUE (workspace_id, message_id),
  ADD CONSTRAINT dialogflow_call_who CHECK ((message_id IS NULL) = (contact_id IS NULL)),
  -- an answer may be gone
  ADD CONSTRAINT dialogflow_call_answer CHECK (answer IS NULL OR outcome = 'ANSWERED');
DROP INDEX bot.dialogflow_call_asked;
CREATE INDEX dialogflow_call_asked ON bot.dialogflow_call (workspace_id, asked_at);
