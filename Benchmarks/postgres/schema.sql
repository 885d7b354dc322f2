-- The rows of Callbook's store as PostgreSQL would hold them: contact, points, one audit row.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE contact (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  kind text NOT NULL DEFAULT 'person',
  state text NOT NULL DEFAULT 'live',
  name text NOT NULL,
  title text,
  organisation text,
  category text,
  status text NOT NULL DEFAULT 'active',
  source text,
  owner text NOT NULL DEFAULT 'root',
  notes text,
  language text,
  rev bigint NOT NULL DEFAULT 1,
  created timestamptz NOT NULL DEFAULT now(),
  updated timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE point (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  contact bigint NOT NULL REFERENCES contact,
  kind text NOT NULL,
  value text NOT NULL,
  normal text,
  tail text,
  label text DEFAULT 'work',
  preferred boolean NOT NULL
);

CREATE TABLE audit (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  uid bigint NOT NULL,
  pid bigint NOT NULL,
  method text NOT NULL,
  kind text NOT NULL,
  subject bigint NOT NULL,
  event text NOT NULL,
  fields text NOT NULL,
  value text NOT NULL
);

-- Contact, two phones and the audit row in one round trip.
CREATE FUNCTION add_contact(name text, first text, second text) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE new_id bigint;
BEGIN
  INSERT INTO contact (name) VALUES (name) RETURNING id INTO new_id;
  INSERT INTO point (contact, kind, value, normal, tail, preferred) VALUES
    (new_id, 'phone', first, '+86' || first, reverse('86' || first), true),
    (new_id, 'phone', second, '+86' || second, reverse('86' || second), false);
  INSERT INTO audit (uid, pid, method, kind, subject, event, fields, value) VALUES
    (0, 1, 'contact.add', 'contact', new_id, 'added', '["name","points"]',
     json_build_object('name', name, 'points', json_build_array(first, second))::text);
  RETURN new_id;
END $$;
