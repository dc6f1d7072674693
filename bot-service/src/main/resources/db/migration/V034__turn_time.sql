-- A turn that is tried again has the rest of its time, on whichever machine: what its failed attempts thought is kept here.
-- Beside the version before: it leaves the column alone, and gives each attempt its time anew.
ALTER TABLE bot.inbound ADD COLUMN spent_millis int NOT NULL DEFAULT 0 CHECK (spent_millis >= 0);
