-- The contact's key names the workspace, too, and the contact's own is checked: once is enough.
-- Beside the version before: it writes the same rows, and its contacts' keys are still checked.
CALL crm.drop_key('bot.inbound', 'inbound_workspace_id_fkey');
