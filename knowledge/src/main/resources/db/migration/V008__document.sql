-- Documents: files and web pages that are read into passages, which a model may answer from with a citation.

CREATE TABLE knowledge.document (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id   bigint      NOT NULL REFERENCES crm.workspace (id),
  kind           text        NOT NULL CHECK (kind IN ('FILE', 'SITE')),
  -- a file's name, or the address of a site's first page
  origin         text        NOT NULL CHECK (length(origin) BETWEEN 1 AND 2000),
  title          text        NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  schedule       text        NOT NULL CHECK (schedule IN ('NEVER', 'DAILY', 'WEEKLY')),
  -- how many pages of the site are read at most, the first included
  page_limit     integer     NOT NULL CHECK (page_limit BETWEEN 1 AND 200),
  state          text        NOT NULL CHECK (state IN ('WAITING', 'READING', 'READY', 'FAILED')),
  -- why it failed: a sentence's key, then its arguments, line by line
  reason         text        NOT NULL DEFAULT '',
  -- raised whenever its passages change, so that indexes see what they must read anew
  revision       bigint      NOT NULL DEFAULT 0,
  pages_read     integer     NOT NULL DEFAULT 0,
  pages_found    integer     NOT NULL DEFAULT 0,
  added_by       text        NOT NULL CHECK (added_by <> ''),
  added_at       timestamptz NOT NULL,
  read_at        timestamptz,
  -- when it is to be read; null for never again
  due_at         timestamptz,
  -- a reader that does not come back loses its claim at this time
  claimed_until  timestamptz,
  -- grows with every claim, so that a late reader can tell that it is no longer the one
  claim          bigint      NOT NULL DEFAULT 0,
  -- claims since the last result: a document that ends its readers is given up
  tries          integer     NOT NULL DEFAULT 0,
  UNIQUE (workspace_id, id)
);
CREATE UNIQUE INDEX document_site ON knowledge.document (workspace_id, md5(origin)) WHERE kind = 'SITE';
CREATE INDEX document_due ON knowledge.document (coalesce(claimed_until, due_at)) WHERE due_at IS NOT NULL;

-- An uploaded file, or one page of a site.
CREATE TABLE knowledge.document_part (
  id            bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id  bigint  NOT NULL,
  document_id   bigint  NOT NULL,
  -- the page's address; empty for a file
  address       text    NOT NULL CHECK (length(address) <= 2000),
  title         text    NOT NULL CHECK (length(title) <= 300),
  -- SHA-256 of what was read
  hash          bytea   NOT NULL,
  size          integer NOT NULL CHECK (size >= 0),
  -- the file itself; null for a page, which is fetched anew
  content       bytea,
  entity_tag    text,
  last_modified text,
  -- same-site links, so that an unchanged page still leads on
  links         text[]  NOT NULL DEFAULT '{}',
  UNIQUE (workspace_id, id),
  FOREIGN KEY (workspace_id, document_id) REFERENCES knowledge.document (workspace_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX document_part_address ON knowledge.document_part (workspace_id, document_id, md5(address));

CREATE TABLE knowledge.passage (
  id            bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id  bigint  NOT NULL,
  document_id   bigint  NOT NULL,
  part_id       bigint  NOT NULL,
  position      integer NOT NULL CHECK (position >= 0),
  headings      text[]  NOT NULL,
  words         text    NOT NULL CHECK (words <> ''),
  language      text    NOT NULL CHECK (language IN ('es', 'en', 'pt')),
  -- the page's number in a paged file; 0 where there is none
  page          integer NOT NULL DEFAULT 0,
  -- the heading's anchor on a web page; may be empty
  anchor        text    NOT NULL DEFAULT '',
  hash          bytea   NOT NULL,
  FOREIGN KEY (workspace_id, document_id) REFERENCES knowledge.document (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, part_id) REFERENCES knowledge.document_part (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX passage_document ON knowledge.passage (workspace_id, document_id, part_id, position);
CREATE INDEX passage_part ON knowledge.passage (workspace_id, part_id);

COMMENT ON TABLE knowledge.document IS 'A source: an uploaded file or a web site, read in the background into passages.';
COMMENT ON TABLE knowledge.passage IS 'Some 80 to 200 words under one heading, never word for word an answer.';
