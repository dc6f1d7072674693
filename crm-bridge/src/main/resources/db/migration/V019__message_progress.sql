-- Every message of ours changes three times on its way (sent, delivered, read). An index on what changes, its revision,
-- made each change a new entry in every index of the table, the words' too; without it, and with room in the page, a
-- change touches the row alone. Changes since a revision are looked for among the contact's own messages.
DROP INDEX crm.message_revision;
ALTER TABLE crm.message SET (fillfactor = 85);
