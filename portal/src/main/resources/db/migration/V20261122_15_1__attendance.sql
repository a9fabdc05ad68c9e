-- Attendance lists of a sector's trainer, handed over as a file (C8). A list is taken once; what it did stays.
-- National numbers are looked up while the file is read and never written down.
CREATE TABLE portal.attendance_list (
    id               text PRIMARY KEY,
    partnership_code text NOT NULL REFERENCES portal.partnership,
    file_name        text NOT NULL,
    content_hash     text NOT NULL,
    made_by          text NOT NULL REFERENCES kernel.person,
    made_at          timestamptz NOT NULL,
    applied_at       timestamptz,
    UNIQUE (partnership_code, content_hash)
);

CREATE TABLE portal.attendance_line (
    list_id     text NOT NULL REFERENCES portal.attendance_list,
    line        int NOT NULL,
    written     text NOT NULL,
    course      text NOT NULL,
    followed_on date,
    hours       numeric(6, 2),
    match       text NOT NULL CHECK (match IN ('MATCHED', 'AMBIGUOUS', 'UNKNOWN', 'UNREADABLE')),
    -- Person ids among whom somebody chooses.
    candidates  text[] NOT NULL DEFAULT '{}',
    chosen      text REFERENCES kernel.person,
    outcome     text CHECK (outcome IN ('APPLIED', 'KNOWN', 'SKIPPED')),
    PRIMARY KEY (list_id, line)
);
