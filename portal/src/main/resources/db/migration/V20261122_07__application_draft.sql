-- An application while it is written, and what it was when it was sent (R1).

-- content is what the pages asked so far; a national number stands in it sealed, never readable. Whoever saves says which
-- version was on the screen: of two tabs or devices the second is told what the first did.
CREATE TABLE portal.application_draft (
    id                text PRIMARY KEY,
    enterprise_number text NOT NULL REFERENCES portal.company,
    -- Who holds the mandate under which it is written, a provider or partnership code; null where the company writes it.
    holder            text,
    version           int NOT NULL DEFAULT 1,
    content           jsonb NOT NULL,
    created_at        timestamptz NOT NULL,
    created_by        text NOT NULL REFERENCES kernel.person,
    changed_at        timestamptz NOT NULL,
    changed_by        text NOT NULL REFERENCES kernel.person,
    submitted_at      timestamptz,
    -- The dossiers that were made of it.
    applications      text[] NOT NULL DEFAULT '{}',
    CHECK ((submitted_at IS NULL) = (cardinality(applications) = 0))
);
CREATE INDEX application_draft_open ON portal.application_draft (enterprise_number, changed_at) WHERE submitted_at IS NULL;

-- The papers of a draft; mentor is the key of a mentor inside it, '' for a paper of the company.
CREATE TABLE portal.draft_document (
    id          text PRIMARY KEY,
    draft_id    text NOT NULL REFERENCES portal.application_draft ON DELETE CASCADE,
    mentor      text NOT NULL DEFAULT '',
    kind        text NOT NULL CHECK (kind IN ('C450', 'CRIMINAL_RECORD', 'PRIOR_TRAINING', 'PRACTICE', 'OTHER')),
    name        text NOT NULL,
    file_hash   text NOT NULL REFERENCES kernel.file,
    uploaded_at timestamptz NOT NULL,
    uploaded_by text NOT NULL
);
CREATE INDEX draft_document_draft ON portal.draft_document (draft_id);
CREATE INDEX draft_document_file ON portal.draft_document (file_hash);
CREATE INDEX application_document_file ON portal.application_document (file_hash) WHERE file_hash IS NOT NULL;

-- What was handed in with each submission, as it was then: seq is that of the SUBMITTED change.
CREATE TABLE portal.application_version (
    application_id text NOT NULL,
    seq            int NOT NULL,
    frozen_at      timestamptz NOT NULL,
    frozen_by      text NOT NULL,
    content        jsonb NOT NULL,
    PRIMARY KEY (application_id, seq),
    FOREIGN KEY (application_id, seq) REFERENCES portal.application_event
);

-- Where dossiers of a joint committee went before tells which partnership is competent.
CREATE INDEX company_joint_committee ON portal.company (joint_committee) WHERE joint_committee <> '';
CREATE INDEX application_programme ON portal.application (programme_code);

-- Takes a file off the list unless something still needs it; the answer says whether it is gone.
CREATE FUNCTION portal.forget_file(forgotten text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM kernel.file WHERE hash = forgotten;
    RETURN true;
EXCEPTION WHEN foreign_key_violation THEN
    RETURN false;
END $$;
