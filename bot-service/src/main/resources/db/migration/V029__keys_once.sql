-- The contact's key names the workspace, too, and the contact's own is checked: once is enough.
ALTER TABLE bot.inbound DROP CONSTRAINT inbound_workspace_id_fkey;
ALTER TABLE bot.parcel DROP CONSTRAINT parcel_workspace_id_fkey;
