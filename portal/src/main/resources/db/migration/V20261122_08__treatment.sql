-- What a handler keeps while treating dossiers: why a mentor was refused, letters of decision, notes for colleagues,
-- own lists, what was looked at, who stands in for whom.

-- The day of the paper on which the check rests (an extract of the criminal record is at most a year old when shown).
ALTER TABLE portal.criterion_check ADD dated_on date;

-- Why a mentor was not approved (R6).
CREATE TABLE portal.mentor_refusal (
    application_id text NOT NULL,
    person_id      text NOT NULL,
    reason         text NOT NULL CHECK (reason IN ('TRAINING_NOT_FOLLOWED', 'CONDUCT', 'INSUFFICIENTLY_AVAILABLE',
                       'TOO_YOUNG', 'INSUFFICIENT_PRACTICE', 'DOES_NOT_PERFORM_TASKS')),
    motivation     text NOT NULL CHECK (length(motivation) >= 20),
    refused_at     timestamptz NOT NULL,
    refused_by     text NOT NULL,
    PRIMARY KEY (application_id, person_id),
    FOREIGN KEY (application_id, person_id) REFERENCES learning.mentor_application
);

-- What was written to whom about which change; the file is what was printed or could be.
CREATE TABLE portal.decision_letter (
    id             text PRIMARY KEY,
    application_id text NOT NULL,
    seq            int NOT NULL,
    -- Null where the company as such is written to.
    person_id      text REFERENCES kernel.person,
    receiver       text NOT NULL,
    sent_as        text NOT NULL CHECK (sent_as IN ('MAIL', 'PRINT')),
    language       text NOT NULL,
    subject        text NOT NULL,
    file_hash      text NOT NULL REFERENCES kernel.file,
    made_at        timestamptz NOT NULL,
    FOREIGN KEY (application_id, seq) REFERENCES portal.application_event
);
CREATE INDEX decision_letter_application ON portal.decision_letter (application_id);

-- Notes of the partnership to itself, never for the company.
CREATE TABLE portal.dossier_note (
    id               text PRIMARY KEY,
    application_id   text NOT NULL REFERENCES portal.application,
    partnership_code text NOT NULL REFERENCES portal.partnership,
    body             text NOT NULL,
    written_at       timestamptz NOT NULL,
    written_by       text NOT NULL REFERENCES kernel.person
);
CREATE INDEX dossier_note_application ON portal.dossier_note (application_id);

-- A list that somebody comes back to: its address with what is asked of it.
CREATE TABLE portal.saved_list (
    person_id text NOT NULL REFERENCES kernel.person,
    name      text NOT NULL,
    address   text NOT NULL CHECK (address LIKE '/%'),
    saved_at  timestamptz NOT NULL,
    PRIMARY KEY (person_id, name)
);

CREATE TABLE portal.dossier_seen (
    person_id      text NOT NULL REFERENCES kernel.person,
    application_id text NOT NULL REFERENCES portal.application,
    seen_at        timestamptz NOT NULL,
    PRIMARY KEY (person_id, application_id)
);

-- Until and with a day, the dossiers of who is away are also those of who stands in.
CREATE TABLE portal.holiday_cover (
    person_id text NOT NULL REFERENCES kernel.person,
    absent_id text NOT NULL REFERENCES kernel.person,
    until     date NOT NULL,
    PRIMARY KEY (person_id, absent_id),
    CHECK (person_id <> absent_id)
);
