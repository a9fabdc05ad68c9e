-- What a passed training deadline does to recognitions (domain.md section 3, 9.5, 9.17, 9.18).

-- One row for each time that a mentor's deadline passed in a partnership.
CREATE TABLE portal.lapse (
    person_id        text NOT NULL REFERENCES kernel.person,
    partnership_code text NOT NULL REFERENCES portal.partnership,
    lapsed_on        date NOT NULL,
    policy           text NOT NULL CHECK (policy IN
        ('AUTOMATIC_AT_ONCE', 'AUTOMATIC_KEEP_TO_SCHOOL_YEAR_END_WITH_AGREEMENT', 'HANDLER_CONFIRMS')),
    -- WAITING: a handler has to confirm the striking off. UNDONE: followed in time after all. CURED: followed late.
    state            text NOT NULL CHECK (state IN ('WAITING', 'DONE', 'UNDONE', 'CURED')),
    recorded_at      timestamptz NOT NULL,
    -- Who confirmed or put it off last, and why not now.
    decided_by       text,
    decided_at       timestamptz,
    put_off_until    date,
    reason           text NOT NULL DEFAULT '',
    ended_at         timestamptz,
    PRIMARY KEY (person_id, partnership_code, lapsed_on)
);
CREATE INDEX lapse_waiting ON portal.lapse (partnership_code, lapsed_on) WHERE state = 'WAITING';

-- A recognition without a valid mentor that is kept until the end of the school year, because an agreement runs.
CREATE TABLE portal.kept_recognition (
    application_id text NOT NULL REFERENCES portal.application,
    kept_on        date NOT NULL,
    -- 1 September: the first day on which it no longer holds, unless there is a valid mentor by then.
    revoke_on      date NOT NULL,
    person_id      text NOT NULL REFERENCES kernel.person,
    recorded_at    timestamptz NOT NULL,
    ended_at       timestamptz,
    outcome        text CHECK (outcome IN ('REVOKED', 'RELEASED', 'RESTORED', 'CURED', 'ENDED')),
    PRIMARY KEY (application_id, kept_on),
    CHECK (revoke_on > kept_on),
    CHECK ((ended_at IS NULL) = (outcome IS NULL))
);
CREATE UNIQUE INDEX kept_recognition_open ON portal.kept_recognition (application_id) WHERE ended_at IS NULL;
CREATE INDEX kept_recognition_due ON portal.kept_recognition (revoke_on, application_id) WHERE ended_at IS NULL;
-- Who was struck off for the training: asked when somebody is named, and when evidence is accepted.
CREATE INDEX struck_mentor_person ON learning.struck_mentor (person_id);
