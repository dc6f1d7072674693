-- What waits is looked for workspace by workspace, so that the crowd of one does not hide the others.
-- Beside the version before: it looks shard by shard and finds what waits by this index as well, only a little slower.

CREATE INDEX inbound_waiting_workspace ON bot.inbound (workspace_id, id) WHERE state = 'WAITING';
DROP INDEX bot.inbound_waiting;
