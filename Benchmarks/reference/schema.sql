CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  name TEXT NOT NULL,
  title TEXT,
  organisation TEXT,
  category TEXT,
  status TEXT NOT NULL,
  source TEXT,
  owner TEXT NOT NULL,
  notes TEXT,
  language TEXT,
  rev INTEGER NOT NULL,
  created INTEGER NOT NULL,
  updated INTEGER NOT NULL
) STRICT;

CREATE TABLE point (
  id INTEGER PRIMARY KEY,
  contact INTEGER NOT NULL REFERENCES contact,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  normal TEXT,
  tail TEXT,
  label TEXT,
  preferred INTEGER NOT NULL
) STRICT;
CREATE INDEX point_contact ON point (contact);
CREATE INDEX point_normal ON point (kind, normal);
CREATE INDEX point_tail ON point (tail) WHERE tail IS NOT NULL;

CREATE TABLE ledger (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  uid INTEGER NOT NULL,
  pid INTEGER NOT NULL,
  method TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject INTEGER NOT NULL,
  event TEXT NOT NULL,
  fields TEXT NOT NULL,
  digest BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX ledger_subject ON ledger (kind, subject);

CREATE TABLE detail (
  seq INTEGER PRIMARY KEY REFERENCES ledger,
  salt BLOB NOT NULL,
  value TEXT NOT NULL
) STRICT;
