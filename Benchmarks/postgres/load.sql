-- Fills the tables from a CSV file of the generator; :file is its path, readable by the client.
CREATE TEMPORARY TABLE row (
  id bigint GENERATED ALWAYS AS IDENTITY,
  name text, title text, organisation text, category text, phone text, backup text, email text,
  wechat text, source text, notes text
);
\set copy '\\copy row (name, title, organisation, category, phone, backup, email, wechat, source, notes) FROM ' :'file' ' WITH (FORMAT csv, HEADER)'
:copy
INSERT INTO contact (id, name, title, organisation, category, source, notes)
  OVERRIDING SYSTEM VALUE
  SELECT id, name, title, organisation, category, source, notes FROM row ORDER BY id;
INSERT INTO point (contact, kind, value, normal, tail, preferred)
  SELECT id, point.kind, point.value,
    CASE point.kind WHEN 'phone' THEN '+86' || point.value ELSE point.value END,
    CASE point.kind WHEN 'phone' THEN reverse('86' || point.value) END, point.place = 1
  FROM row, LATERAL (VALUES
    (1, 'phone', phone), (2, 'phone', backup), (3, 'email', email), (4, 'wechat', wechat)
  ) AS point (place, kind, value)
  WHERE point.value IS NOT NULL ORDER BY id, point.place;
INSERT INTO audit (uid, pid, method, kind, subject, event, fields, value)
  SELECT 0, 1, 'contact.import', 'contact', id, 'added', '["name","points"]',
    json_build_object('name', name, 'points', json_build_array(phone, backup))::text
  FROM row ORDER BY id;
SELECT setval(pg_get_serial_sequence('contact', 'id'), (SELECT max(id) FROM contact));
