-- A company says for what a mandate is, who gave it and on which paper; who would like one asks for it.
ALTER TABLE portal.mandate
    -- Nothing named: all of them.
    ADD establishments text[] NOT NULL DEFAULT '{}',
    ADD programmes     text[] NOT NULL DEFAULT '{}',
    ADD acts           text[] NOT NULL DEFAULT '{}'
        CHECK (acts <@ ARRAY['FILE', 'COMPLETE', 'MENTORS', 'AGREEMENTS', 'RENEWALS']),
    -- Null for one that was imported.
    ADD given_by       text REFERENCES kernel.person,
    ADD given_at       timestamptz,
    ADD revoked_by     text REFERENCES kernel.person,
    ADD file_name      text;

CREATE TABLE portal.mandate_request (
    id                text PRIMARY KEY,
    enterprise_number text NOT NULL REFERENCES portal.company,
    kind              text NOT NULL CHECK (kind IN ('TRAINING_PROVIDER', 'SECTOR_CONSULTANT', 'WORKPLACE_COUNSELLOR')),
    holder            text NOT NULL,
    reason            text NOT NULL,
    asked_by          text NOT NULL REFERENCES kernel.person,
    asked_at          timestamptz NOT NULL,
    answered_at       timestamptz,
    answered_by       text REFERENCES kernel.person,
    -- Null while it is open and where the company said no.
    mandate_id        text REFERENCES portal.mandate
);
CREATE UNIQUE INDEX mandate_request_once ON portal.mandate_request (enterprise_number, kind, holder)
    WHERE answered_at IS NULL;
CREATE INDEX mandate_request_holder ON portal.mandate_request (kind, holder);

-- Who has access to a company's pages, and who in a school or partnership is told about its mandates.
CREATE INDEX person_role_scope ON kernel.person_role (role, scope);
