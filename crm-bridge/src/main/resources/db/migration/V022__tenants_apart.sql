-- Tenants apart, also by the database. Two roles work here and own nothing:
--   relevo_app     what works for all workspaces: lanes, couriers, timers, sign-in. Its policy says true, and costs nothing.
--   relevo_tenant  who came through a door of one workspace; sees the rows of the workspace the session was told, no others.
-- Owners are not held to it: migrations, foreign keys and backups see everything.

CREATE FUNCTION crm.own_workspace() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('relevo.workspace', true), '')::bigint;

-- Every table of a workspace's rows is put under it by the migration that makes it; relevo_tenant has no rights on others.
CREATE PROCEDURE crm.keep_apart(kept regclass, workspace name DEFAULT 'workspace_id') LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', kept);
  EXECUTE format('CREATE POLICY all_workspaces ON %s TO relevo_app USING (true)', kept);
  -- A subselect is worked out once a statement, not once a row.
  EXECUTE format('CREATE POLICY own_workspace ON %s TO relevo_tenant USING (%I = (SELECT crm.own_workspace()))',
    kept, workspace);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO relevo_tenant', kept);
END $$;

CALL crm.keep_apart('crm.workspace', 'id');

DO $$ DECLARE kept regclass; BEGIN
  FOR kept IN
    SELECT c.oid FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id'
    WHERE c.relnamespace::regnamespace::text IN ('crm', 'bot', 'knowledge') AND c.relkind IN ('r', 'p')
  LOOP
    CALL crm.keep_apart(kept);
  END LOOP;
END $$;

-- Policies come before whatever could leak, and to PostgreSQL a search by words could: under them its index lies idle.
-- Views read with their owner's eyes, so these hold the workspaces apart by themselves, and the index is used.
CREATE FUNCTION crm.may_see(workspace bigint) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CURRENT_USER <> 'relevo_tenant' OR workspace = crm.own_workspace();

CREATE OR REPLACE VIEW crm.inbox_line AS
  SELECT t.workspace_id, t.contact_id, t.floor, t.assignee_id, t.conversation_id, t.unread, t.waiting_since,
         t.last_message_at, t.preview, t.preview_author, t.channel_id,
         c.name, c.phone, c.email, c.words, c.blocked
  FROM crm.thread t JOIN crm.contact c ON c.id = t.contact_id
  WHERE crm.may_see(t.workspace_id);

CREATE OR REPLACE VIEW crm.said_line AS
  SELECT id, workspace_id, contact_id, words FROM crm.message WHERE crm.may_see(workspace_id);

-- By what contacts are found.
CREATE VIEW crm.contact_line AS
  SELECT id, workspace_id, phone, email, words FROM crm.contact WHERE crm.may_see(workspace_id);

GRANT SELECT ON crm.inbox_line, crm.said_line, crm.contact_line TO relevo_tenant;
