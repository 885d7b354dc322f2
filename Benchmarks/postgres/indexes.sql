-- After the rows, as one builds indexes when loading.
CREATE INDEX point_contact ON point (contact);
CREATE INDEX point_normal ON point (kind, normal);
CREATE INDEX point_tail ON point (tail) WHERE tail IS NOT NULL;
CREATE INDEX audit_subject ON audit (kind, subject);
CREATE INDEX contact_name ON contact USING gin (name gin_trgm_ops);
VACUUM ANALYZE;
CHECKPOINT;
