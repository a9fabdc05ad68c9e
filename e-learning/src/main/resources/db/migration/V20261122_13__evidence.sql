-- Evidence of training followed elsewhere, requests for exemption, single extensions; what a struck mentor gets back.
-- Nothing here is deleted: evidence survives a course, a company and a role (C7).

CREATE TABLE learning.evidence (
    id               text PRIMARY KEY,
    person_id        text NOT NULL REFERENCES kernel.person,
    partnership_code text NOT NULL,
    kind             text NOT NULL CHECK (kind IN ('TRAINING', 'EXEMPTION')),
    exemption_ground text CHECK (exemption_ground IN ('EXPERIENCE_WITHOUT_CERTIFICATE', 'EXPERIENCE_CERTIFICATE',
                         'INTERNAL_COMPANY_TRAINING', 'PEDAGOGICAL_DIPLOMA', 'OTHER')),
    provider         text NOT NULL DEFAULT '',
    course           text NOT NULL DEFAULT '',
    followed_from    date,
    -- The last day of the training: the date that counts (C4).
    followed_to      date,
    hours            numeric(6, 2) CHECK (hours > 0),
    remark           text NOT NULL DEFAULT '',
    file_hash        text REFERENCES kernel.file,
    file_name        text,
    handed_in_at     timestamptz NOT NULL,
    handed_in_by     text NOT NULL,
    state            text NOT NULL CHECK (state IN ('WAITING', 'COPY_ASKED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    decided_at       timestamptz,
    decided_by       text,
    refusal          text CHECK (refusal IN ('TOO_FEW_HOURS', 'TOO_OLD', 'THEMES_MISSING', 'NOT_THIS_PERSON', 'UNREADABLE',
                         'NOT_A_MENTOR_COURSE', 'GROUND_NOT_MET', 'OTHER')),
    motivation       text NOT NULL DEFAULT '',
    CHECK ((kind = 'EXEMPTION') = (exemption_ground IS NOT NULL)),
    CHECK ((state IN ('ACCEPTED', 'REFUSED')) = (decided_at IS NOT NULL)),
    CHECK (followed_to >= followed_from)
);
CREATE INDEX evidence_person ON learning.evidence (person_id, partnership_code);
CREATE INDEX evidence_waiting ON learning.evidence (partnership_code, handed_in_at) WHERE state IN ('WAITING', 'COPY_ASKED');

-- By what a partnership judges evidence, dated. Null: it asks nothing of the kind.
CREATE TABLE learning.acceptance_rule (
    partnership_code  text NOT NULL,
    valid_from        date NOT NULL,
    valid_to          date,
    minimum_hours     numeric(6, 2),
    -- At most so many years before the recognition (Transport: 10, S2:1807).
    maximum_age_years int,
    -- Trainings followed under these partnerships do not count here; all others do (M12).
    refuses_from      text[] NOT NULL DEFAULT '{}',
    source            text NOT NULL,
    PRIMARY KEY (partnership_code, valid_from)
);

-- More time for one mentor, on request and with its reason (M4).
CREATE TABLE learning.single_extension (
    id               text PRIMARY KEY,
    person_id        text NOT NULL REFERENCES kernel.person,
    partnership_code text NOT NULL,
    months           int NOT NULL CHECK (months BETWEEN 1 AND 12),
    reason           text NOT NULL,
    granted_at       timestamptz NOT NULL,
    granted_by       text NOT NULL,
    withdrawn_at     timestamptz
);
CREATE INDEX single_extension_person ON learning.single_extension (person_id);

-- What was struck and given back: reports as on a day in between still know it.
CREATE TABLE learning.struck_undone (
    application_id text NOT NULL,
    person_id      text NOT NULL,
    struck_on      date NOT NULL,
    reason         text NOT NULL,
    recorded_at    timestamptz NOT NULL,
    undone_at      timestamptz NOT NULL,
    undone_because text NOT NULL,
    PRIMARY KEY (application_id, person_id, recorded_at),
    FOREIGN KEY (application_id, person_id) REFERENCES learning.mentor_application
);

ALTER TABLE learning.obligation
    ADD single_months int NOT NULL DEFAULT 0,
    ADD single_reason text,
    -- Evidence handed in on time waits for a decision.
    ADD under_review  boolean NOT NULL DEFAULT false,
    -- The day on which it becomes NOT_FOLLOWED if nothing changes; null where it does not, or waits for a decision.
    ADD lapses_on     date;
UPDATE learning.obligation SET lapses_on = due_on + 1 WHERE status = 'TO_FOLLOW';
-- The night's work looks up one day, however many mentors there are.
CREATE INDEX obligation_lapse ON learning.obligation (lapses_on) WHERE lapses_on IS NOT NULL;
