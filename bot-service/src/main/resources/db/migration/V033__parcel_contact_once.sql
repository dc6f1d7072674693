-- A parcel is its message's, whose key it has, and the message has the contact's: once is enough. It was looked up twice,
-- for what is written again in the transaction that made it is checked again.
-- Beside the version before: it writes the same parcels, and their messages' keys are still checked.
CALL crm.drop_key('bot.parcel', 'parcel_workspace_id_contact_id_fkey');
