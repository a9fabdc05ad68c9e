-- What people did with an item of the follow-up list. The number is what a second handler has not seen yet: of two at
-- once one gets it, the other is told.
CREATE TABLE portal.follow_up_step (
    follow_up_id text NOT NULL REFERENCES portal.follow_up ON DELETE CASCADE,
    seq          int NOT NULL CHECK (seq > 0),
    at           timestamptz NOT NULL,
    person_id    text NOT NULL REFERENCES kernel.person,
    act          text NOT NULL CHECK (act IN ('TAKEN', 'GIVEN', 'SNOOZED', 'NOTED', 'CLOSED')),
    -- To whom it was given.
    to_person_id text REFERENCES kernel.person,
    -- Until when it rests.
    until        date,
    words        text NOT NULL DEFAULT '',
    PRIMARY KEY (follow_up_id, seq)
);
CREATE INDEX follow_up_taken ON portal.follow_up (taken_by) WHERE closed_at IS NULL;
