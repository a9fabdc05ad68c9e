-- What is kept around evidence from handing in to deciding. Steps and looks are only added to (C7, P3).

-- What was typed and chosen but not yet handed in: nobody chooses a file twice to go back a step.
CREATE TABLE portal.evidence_draft (
    id           text PRIMARY KEY,
    made_by      text NOT NULL REFERENCES kernel.person,
    person_id    text NOT NULL REFERENCES kernel.person,
    kind         text NOT NULL CHECK (kind IN ('TRAINING', 'EXEMPTION')),
    -- The evidence of which a better copy was asked; null for something new.
    replaces     text REFERENCES learning.evidence,
    given        jsonb NOT NULL,
    file_hash    text REFERENCES kernel.file,
    file_name    text,
    -- What the text of the document does not seem to hold: codes.
    warnings     text[] NOT NULL DEFAULT '{}',
    made_at      timestamptz NOT NULL,
    handed_in_at timestamptz
);
CREATE INDEX evidence_draft_made ON portal.evidence_draft (made_at) WHERE handed_in_at IS NULL;

-- Everything that happened to one piece of evidence, the file of that moment with it.
CREATE TABLE portal.evidence_step (
    evidence_id text NOT NULL REFERENCES learning.evidence,
    seq         int NOT NULL,
    at          timestamptz NOT NULL,
    actor       text NOT NULL,
    state       text NOT NULL CHECK (state IN ('WAITING', 'COPY_ASKED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    refusal     text,
    motivation  text NOT NULL DEFAULT '',
    -- The themes that the handler found in it (domain.md section 3).
    themes      text[] NOT NULL DEFAULT '{}',
    warnings    text[] NOT NULL DEFAULT '{}',
    file_hash   text REFERENCES kernel.file,
    file_name   text,
    PRIMARY KEY (evidence_id, seq)
);

-- Who of a partnership looked at it: the mentor reads this (P3).
CREATE TABLE portal.evidence_look (
    evidence_id text NOT NULL REFERENCES learning.evidence,
    person_id   text NOT NULL REFERENCES kernel.person,
    first_at    timestamptz NOT NULL,
    last_at     timestamptz NOT NULL,
    PRIMARY KEY (evidence_id, person_id)
);

CREATE INDEX evidence_file ON learning.evidence (file_hash);

-- Bouw asks 8 hours, Hout 12, Transport looks back ten years; the others name no bound in the public texts.
INSERT INTO learning.acceptance_rule (partnership_code, valid_from, minimum_hours, maximum_age_years, source) VALUES
    ('construction', '2017-07-01', 8, NULL, 'S2:1155'),
    ('wood', '2017-07-01', 12, NULL, 'S2:1440'),
    ('transport_logistics_airport_handling', '2017-07-01', NULL, 10, 'S2:1807')
ON CONFLICT DO NOTHING;
