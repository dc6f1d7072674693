-- What is purged is the oldest, and ids rise with time: the ledger's tables are purged by id, and three times a message,
-- twice an arrival and twice a receipt one index less is written.
DROP INDEX bot.inbound_received;
DROP INDEX bot.receipt_received;
DROP INDEX bot.parcel_settled;

-- The contact's own key says as much: (workspace_id, contact_id) is a contact of that workspace.
ALTER TABLE bot.inbound DROP CONSTRAINT inbound_workspace_id_fkey;
ALTER TABLE bot.parcel DROP CONSTRAINT parcel_workspace_id_fkey;
