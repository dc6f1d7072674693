-- The contact's key names the workspace, too, and the contact's own is checked: once is enough.
ALTER TABLE knowledge.asked DROP CONSTRAINT asked_workspace_id_fkey;
