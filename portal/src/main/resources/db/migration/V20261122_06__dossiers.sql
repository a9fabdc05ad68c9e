-- Dossiers are made and changed in the portal itself: who filed and who treats them, what is missing, what was handed
-- in, what has to be followed up, and how each partnership wants it.

ALTER TABLE portal.application
    -- Who filed it, and for whom where it was not the company itself: a provider code or a partnership code.
    ADD filed_by   text REFERENCES kernel.person,
    ADD filed_as   text,
    -- The handler who took it; null while it is anybody's.
    ADD handler_id text REFERENCES kernel.person;
CREATE INDEX application_handler ON portal.application (handler_id) WHERE handler_id IS NOT NULL;
CREATE INDEX application_filed_as ON portal.application (filed_as) WHERE filed_as IS NOT NULL;

CREATE SEQUENCE portal.dossier_number;

-- How a partnership wants its dossiers treated, dated; the row that holds on the day counts.
CREATE TABLE portal.partnership_policy (
    partnership_code   text NOT NULL REFERENCES portal.partnership,
    valid_from         date NOT NULL,
    valid_to           date,
    -- Undecided after fourteen days: approved by law, or (false) brought before the head of the team.
    automatic_approval boolean NOT NULL DEFAULT true,
    minimum_age        int NOT NULL DEFAULT 25 CHECK (minimum_age BETWEEN 18 AND 30),
    -- With proof of prior training.
    lowered_age        int NOT NULL DEFAULT 23 CHECK (lowered_age BETWEEN 18 AND 30),
    minimum_practice   int NOT NULL DEFAULT 5 CHECK (minimum_practice BETWEEN 0 AND 20),
    source             text NOT NULL,
    PRIMARY KEY (partnership_code, valid_from)
);
INSERT INTO portal.partnership_policy (partnership_code, valid_from, source)
SELECT code, DATE '2016-09-01', 'S2:194, S4:294' FROM portal.partnership;

-- The papers that a partnership asks with an application (R5).
CREATE TABLE portal.required_document (
    partnership_code text NOT NULL REFERENCES portal.partnership,
    kind             text NOT NULL CHECK (kind IN ('C450', 'CRIMINAL_RECORD', 'PRIOR_TRAINING', 'PRACTICE', 'OTHER')),
    required         boolean NOT NULL,
    source           text NOT NULL,
    PRIMARY KEY (partnership_code, kind)
);
INSERT INTO portal.required_document (partnership_code, kind, required, source)
SELECT code, asked.kind, asked.required, asked.source
FROM portal.partnership JOIN (VALUES
    ('hospitality', 'C450', true, 'S2:166'),
    ('hospitality', 'CRIMINAL_RECORD', true, 'S2:166')) AS asked (code, kind, required, source) USING (code);

-- What was handed in with a dossier. A criminal record is deleted with the decision: only when and by whom it was seen
-- stays (9.11).
CREATE TABLE portal.application_document (
    id             text PRIMARY KEY,
    application_id text NOT NULL REFERENCES portal.application,
    person_id      text REFERENCES kernel.person,
    kind           text NOT NULL CHECK (kind IN ('C450', 'CRIMINAL_RECORD', 'PRIOR_TRAINING', 'PRACTICE', 'OTHER')),
    name           text NOT NULL,
    file_hash      text REFERENCES kernel.file,
    dated_on       date,
    uploaded_at    timestamptz NOT NULL,
    uploaded_by    text NOT NULL,
    seen_at        timestamptz,
    seen_by        text,
    removed_at     timestamptz
);
CREATE INDEX application_document_application ON portal.application_document (application_id);

-- What is missing, one row per item, asked with the INCOMPLETE change of that number and answered one by one (R5).
CREATE TABLE portal.missing_item (
    id             text PRIMARY KEY,
    application_id text NOT NULL,
    seq            int NOT NULL,
    item           text NOT NULL CHECK (item IN ('C450', 'CRIMINAL_RECORD', 'PRIOR_TRAINING', 'PRACTICE', 'MENTOR', 'EQUIPMENT',
                       'TRAINING_PLAN', 'FINANCIAL_CAPACITY', 'REGISTER_DATA', 'OTHER')),
    remark         text NOT NULL DEFAULT '',
    answer         text,
    document_id    text REFERENCES portal.application_document,
    answered_at    timestamptz,
    FOREIGN KEY (application_id, seq) REFERENCES portal.application_event
);
CREATE INDEX missing_item_application ON portal.missing_item (application_id);

-- The activities of a partial approval (R7): what the workplace cannot offer, and who fills it in.
CREATE TABLE portal.application_activity (
    application_id text NOT NULL REFERENCES portal.application,
    position       int NOT NULL,
    activity       text NOT NULL,
    covered        boolean NOT NULL,
    plan           text NOT NULL DEFAULT '',
    PRIMARY KEY (application_id, position)
);

-- The criteria that a handler ticks with a remark (domain.md section 2).
CREATE TABLE portal.criterion_check (
    application_id text NOT NULL REFERENCES portal.application,
    criterion      text NOT NULL,
    person_id      text NOT NULL DEFAULT '',
    met            boolean NOT NULL,
    remark         text NOT NULL DEFAULT '',
    checked_at     timestamptz NOT NULL,
    checked_by     text NOT NULL,
    PRIMARY KEY (application_id, criterion, person_id)
);

-- Something that somebody of a partnership takes up: never two open ones for the same thing.
CREATE TABLE portal.follow_up (
    id                text PRIMARY KEY,
    partnership_code  text NOT NULL REFERENCES portal.partnership,
    kind              text NOT NULL,
    -- What it is about: `dossier:A1`, `person:M1`, `establishment:2123456789`.
    subject           text NOT NULL,
    enterprise_number text REFERENCES portal.company,
    application_id    text REFERENCES portal.application,
    remark            text NOT NULL DEFAULT '',
    opened_at         timestamptz NOT NULL,
    due_on            date,
    taken_by          text REFERENCES kernel.person,
    snoozed_until     date,
    closed_at         timestamptz,
    closed_by         text,
    outcome           text NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX follow_up_once ON portal.follow_up (partnership_code, kind, subject) WHERE closed_at IS NULL;
CREATE INDEX follow_up_open ON portal.follow_up (partnership_code, due_on) WHERE closed_at IS NULL;
CREATE INDEX follow_up_application ON portal.follow_up (application_id) WHERE application_id IS NOT NULL;
