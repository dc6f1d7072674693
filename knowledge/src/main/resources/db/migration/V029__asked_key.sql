-- The contact's own key says as much: (workspace_id, contact_id) is a contact of that workspace.
ALTER TABLE knowledge.asked DROP CONSTRAINT asked_workspace_id_fkey;
