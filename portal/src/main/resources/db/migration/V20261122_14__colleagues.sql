-- An invitation can bring a role with it: whoever accepts gets it, and not before.
ALTER TABLE kernel.invitation
    ADD role  text CHECK (role IN ('COMPANY', 'SCHOOL', 'TEACHER')),
    ADD scope text,
    ADD CHECK ((role IS NULL) = (scope IS NULL));
CREATE INDEX invitation_scope ON kernel.invitation (role, scope) WHERE role IS NOT NULL;
