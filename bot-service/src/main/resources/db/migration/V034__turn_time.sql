-- A turn that is tried again has the rest of its time, on whichever machine: what its failed attempts thought is kept here.
-- No check, for that would read the whole ledger while nobody else may. It asks for the table a moment only, and again,
-- so that nobody queues behind it for long.
-- Beside the version before: it leaves the column alone, and gives each attempt its time anew.
DO $$
BEGIN
  LOOP
    BEGIN
      SET LOCAL lock_timeout = '200ms';
      ALTER TABLE bot.inbound ADD COLUMN spent_millis int NOT NULL DEFAULT 0;
      EXIT;
    EXCEPTION WHEN lock_not_available THEN
      PERFORM pg_sleep(0.05);
    END;
  END LOOP;
END $$;
