-- Counted up and dated with each message: with room in the page that touches the row alone.
ALTER TABLE crm.conversation SET (fillfactor = 70);
ALTER TABLE crm.address SET (fillfactor = 80);
