-- What customers asked and what became of it, the questions that went wrong, and what a draft would change.

-- One line for every question a turn decided; no words, those lie in crm.message. Filled from the journal.
CREATE TABLE knowledge.asked (
  workspace_id    bigint           NOT NULL REFERENCES crm.workspace (id),
  message_id      bigint           NOT NULL,
  contact_id      bigint           NOT NULL,
  conversation_id bigint,
  -- the first message of the answer
  answer_id       bigint           NOT NULL,
  decision        text             NOT NULL CHECK (decision IN ('ANSWER', 'OFFER', 'FALLBACK', 'HANDOFF')),
  -- the row that fitted best, whatever was decided; empty when nothing was looked up
  row_id          text             NOT NULL CHECK (length(row_id) <= 64),
  language        text             NOT NULL,
  score           double precision NOT NULL,
  -- the matrix version; 0 when nothing was looked up
  version         integer          NOT NULL CHECK (version >= 0),
  handed_off      boolean          NOT NULL DEFAULT false,
  replied         boolean          NOT NULL DEFAULT false,
  vote            text             CHECK (vote IN ('UP', 'DOWN')),
  day             date             NOT NULL,
  at              timestamptz      NOT NULL,
  PRIMARY KEY (workspace_id, message_id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES crm.contact (workspace_id, id)
);
CREATE INDEX asked_contact ON knowledge.asked (contact_id, answer_id DESC);
CREATE INDEX asked_conversation ON knowledge.asked (workspace_id, conversation_id DESC) WHERE conversation_id IS NOT NULL;
CREATE INDEX asked_at ON knowledge.asked (workspace_id, at);

-- How often a row was asked for on a day, in the workspace's zone.
CREATE TABLE knowledge.row_day (
  workspace_id bigint  NOT NULL REFERENCES crm.workspace (id),
  row_id       text    NOT NULL,
  day          date    NOT NULL,
  asked        integer NOT NULL DEFAULT 0,
  answered     integer NOT NULL DEFAULT 0,
  offered      integer NOT NULL DEFAULT 0,
  handed_off   integer NOT NULL DEFAULT 0,
  helpful      integer NOT NULL DEFAULT 0,
  unhelpful    integer NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, row_id, day)
);
CREATE INDEX row_day_day ON knowledge.row_day (workspace_id, day);

-- What became of a day's questions.
CREATE TABLE knowledge.asked_day (
  workspace_id bigint  NOT NULL REFERENCES crm.workspace (id),
  day          date    NOT NULL,
  answered     integer NOT NULL DEFAULT 0,
  offered      integer NOT NULL DEFAULT 0,
  fallback     integer NOT NULL DEFAULT 0,
  handoff      integer NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, day)
);

-- Questions that went wrong and are like each other.
CREATE TABLE knowledge.gap (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint      NOT NULL REFERENCES crm.workspace (id),
  state        text        NOT NULL CHECK (state IN ('OPEN', 'SOLVED', 'IGNORED')),
  -- the one that stands for all of them
  question     text        NOT NULL,
  -- of the question that founded it: a question joins by these, so that groups stay what they are
  words        text[]      NOT NULL,
  row_id       text        NOT NULL,
  count        integer     NOT NULL,
  languages    text[]      NOT NULL,
  first_at     timestamptz NOT NULL,
  last_at      timestamptz NOT NULL,
  -- the version that answers it
  solved_in    integer,
  -- the row an editor made or changed for it
  mended_row   text,
  mended_by    text,
  UNIQUE (workspace_id, id)
);
CREATE INDEX gap_open ON knowledge.gap (workspace_id, state, count DESC);

-- The same words the other way round: by these a question finds the groups it may join.
CREATE TABLE knowledge.gap_word (
  workspace_id bigint NOT NULL,
  word         text   NOT NULL,
  gap_id       bigint NOT NULL,
  PRIMARY KEY (workspace_id, word, gap_id),
  FOREIGN KEY (workspace_id, gap_id) REFERENCES knowledge.gap (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX gap_word_gap ON knowledge.gap_word (gap_id);

CREATE TABLE knowledge.gap_question (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint           NOT NULL,
  gap_id       bigint           NOT NULL,
  kind         text             NOT NULL CHECK (kind IN ('UNSURE', 'CORRECTED', 'UNHELPFUL', 'UNANSWERED', 'SUGGESTED')),
  question     text             NOT NULL CHECK (length(question) BETWEEN 1 AND 1000),
  language     text             NOT NULL,
  row_id       text             NOT NULL,
  score        double precision NOT NULL,
  version      integer          NOT NULL,
  message_id   bigint           NOT NULL,
  contact_id   bigint           NOT NULL,
  -- what a person answered, or says should be answered
  suggestion   text             NOT NULL DEFAULT '' CHECK (length(suggestion) <= 2000),
  suggested_by text             NOT NULL DEFAULT '',
  at           timestamptz      NOT NULL,
  UNIQUE (workspace_id, message_id),
  FOREIGN KEY (workspace_id, gap_id) REFERENCES knowledge.gap (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, contact_id) REFERENCES crm.contact (workspace_id, id)
);
CREATE INDEX gap_question_gap ON knowledge.gap_question (gap_id, at DESC);
CREATE INDEX gap_question_contact ON knowledge.gap_question (contact_id);

-- The version whose answers the gaps were last held against.
CREATE TABLE knowledge.gap_check (
  workspace_id bigint  PRIMARY KEY REFERENCES crm.workspace (id),
  version      integer NOT NULL
);

-- A question that must lead to a row; to none where row_id is empty.
CREATE TABLE knowledge.row_test (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint      NOT NULL REFERENCES crm.workspace (id),
  row_id       text        NOT NULL CHECK (length(row_id) <= 64),
  question     text        NOT NULL CHECK (length(question) BETWEEN 1 AND 1000),
  language     text        NOT NULL,
  folded       text        NOT NULL,
  added_by     text        NOT NULL,
  added_at     timestamptz NOT NULL,
  UNIQUE (workspace_id, folded)
);

-- What an editor said of a row for a question; an empty row_id stands for "no row".
CREATE TABLE knowledge.judgement (
  workspace_id bigint      NOT NULL REFERENCES crm.workspace (id),
  folded       text        NOT NULL,
  row_id       text        NOT NULL,
  fits         boolean     NOT NULL,
  judged_by    text        NOT NULL,
  judged_at    timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, folded, row_id)
);

CREATE TABLE knowledge.replay_run (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id  bigint      NOT NULL REFERENCES crm.workspace (id),
  revision      bigint      NOT NULL,
  version       integer     NOT NULL,
  conversations integer     NOT NULL,
  state         text        NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
  questions     integer     NOT NULL DEFAULT 0,
  done          integer     NOT NULL DEFAULT 0,
  same          integer     NOT NULL DEFAULT 0,
  started_by    text        NOT NULL,
  started_at    timestamptz NOT NULL,
  -- when it last said that it lives; one that is silent for long died with its process
  seen_at       timestamptz NOT NULL,
  ended_at      timestamptz,
  UNIQUE (workspace_id, id)
);
CREATE UNIQUE INDEX replay_run_one ON knowledge.replay_run (workspace_id) WHERE state = 'RUNNING';

CREATE TABLE knowledge.replay_change (
  workspace_id bigint           NOT NULL,
  run_id       bigint           NOT NULL,
  position     integer          NOT NULL,
  question     text             NOT NULL,
  language     text             NOT NULL,
  times        integer          NOT NULL,
  message_id   bigint           NOT NULL,
  contact_id   bigint           NOT NULL,
  kind         text             NOT NULL CHECK (kind IN ('OTHER_ROW', 'OTHER_WORDS', 'NOW_ANSWERED', 'NOW_SILENT', 'NOW_OFFERED')),
  verdict      text             NOT NULL CHECK (verdict IN ('BETTER', 'WORSE', 'EVEN', 'JUDGE')),
  before       jsonb            NOT NULL,
  after        jsonb            NOT NULL,
  PRIMARY KEY (run_id, position),
  FOREIGN KEY (workspace_id, run_id) REFERENCES knowledge.replay_run (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, contact_id) REFERENCES crm.contact (workspace_id, id)
);
CREATE INDEX replay_change_contact ON knowledge.replay_change (contact_id);
