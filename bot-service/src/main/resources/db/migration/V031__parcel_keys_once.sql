-- As V029, in a transaction of its own: while it asks for one table it must not hold another.
-- Beside the version before: it writes the same rows, and its contacts' keys are still checked.
CALL crm.drop_key('bot.parcel', 'parcel_workspace_id_fkey');
