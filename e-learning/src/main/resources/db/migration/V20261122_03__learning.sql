-- Mentors, their training obligation and the courses that meet it.
CREATE SCHEMA IF NOT EXISTS learning;

-- The partnership's rules for the training deadline, dated; the row that holds on the day of approval counts.
CREATE TABLE learning.training_rule (
    partnership_code text NOT NULL,
    valid_from       date NOT NULL,
    valid_to         date,
    term_months      int NOT NULL CHECK (term_months BETWEEN 1 AND 12),
    amber_months     int NOT NULL DEFAULT 6,
    red_months       int NOT NULL DEFAULT 3,
    reminder_months  int[] NOT NULL DEFAULT '{6,3}',
    lapse_policy     text NOT NULL CHECK (lapse_policy IN
        ('AUTOMATIC_AT_ONCE', 'AUTOMATIC_KEEP_TO_SCHOOL_YEAR_END_WITH_AGREEMENT', 'HANDLER_CONFIRMS')),
    source           text NOT NULL,
    PRIMARY KEY (partnership_code, valid_from)
);

CREATE TABLE learning.term_extension (
    id             text PRIMARY KEY,
    approved_from  date NOT NULL,
    approved_to    date NOT NULL,
    months         int NOT NULL,
    source         text NOT NULL
);

-- A person named as mentor on an application (portal's); partnership_code follows the application.
CREATE TABLE learning.mentor_application (
    application_id   text NOT NULL,
    person_id        text NOT NULL REFERENCES kernel.person,
    partnership_code text NOT NULL,
    submitted_at     timestamptz NOT NULL,
    decision         text NOT NULL CHECK (decision IN ('PENDING', 'APPROVED', 'REJECTED')),
    decided_at       timestamptz,
    recorded_at      timestamptz NOT NULL,
    PRIMARY KEY (application_id, person_id),
    CHECK ((decision = 'PENDING') = (decided_at IS NULL))
);
CREATE INDEX mentor_application_person ON learning.mentor_application (person_id);

CREATE TABLE learning.struck_mentor (
    application_id text NOT NULL,
    person_id      text NOT NULL,
    struck_on      date NOT NULL,
    reason         text NOT NULL CHECK (reason IN ('TRAINING_NOT_FOLLOWED', 'CONDUCT', 'INSUFFICIENTLY_AVAILABLE',
                       'TOO_YOUNG', 'INSUFFICIENT_PRACTICE', 'DOES_NOT_PERFORM_TASKS')),
    recorded_at    timestamptz NOT NULL,
    PRIMARY KEY (application_id, person_id),
    FOREIGN KEY (application_id, person_id) REFERENCES learning.mentor_application
);

-- The history of the training status; the latest on or before a date is the status on that date.
CREATE TABLE learning.mentor_training (
    person_id        text NOT NULL REFERENCES kernel.person,
    partnership_code text NOT NULL,
    since            date NOT NULL,
    status           text NOT NULL CHECK (status IN ('TO_FOLLOW', 'FOLLOWED_SECTOR', 'FOLLOWED_ELSEWHERE', 'EXEMPT',
                         'NOT_FOLLOWED', 'NOT_HANDLED', 'DISCONTINUED')),
    exemption_ground text CHECK (exemption_ground IN ('EXPERIENCE_WITHOUT_CERTIFICATE', 'EXPERIENCE_CERTIFICATE',
                         'INTERNAL_COMPANY_TRAINING', 'PEDAGOGICAL_DIPLOMA', 'OTHER')),
    provider         text,
    course           text,
    hours            numeric(6, 2),
    recorded_at      timestamptz NOT NULL,
    PRIMARY KEY (person_id, partnership_code, since, status)
);

-- Derived from the facts above by one place in the code (DeriveObligations); kept for lists and counts.
CREATE TABLE learning.obligation (
    person_id         text NOT NULL REFERENCES kernel.person,
    partnership_code  text NOT NULL,
    status            text NOT NULL,
    status_since      date NOT NULL,
    exemption_ground  text,
    -- Another partnership whose training counts here.
    accepted_from     text,
    -- The approval that started the term: the first one, or the one after a stop (start_reason).
    first_approved_on date,
    first_application_id text,
    start_reason      text,
    term_months       int,
    extension_months  int NOT NULL DEFAULT 0,
    due_on            date,
    rule_source       text,
    extension_source  text,
    PRIMARY KEY (person_id, partnership_code)
);
CREATE INDEX obligation_due ON learning.obligation (partnership_code, due_on) WHERE status IN ('TO_FOLLOW', 'NOT_FOLLOWED');

CREATE TABLE learning.course (
    code             text PRIMARY KEY,
    partnership_code text NOT NULL,
    title            text NOT NULL,
    hours            numeric(6, 2)
);

CREATE TABLE learning.course_component (
    course_code text NOT NULL REFERENCES learning.course,
    position    int NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('E_LEARNING', 'VIRTUAL_CLASSROOM', 'CLASSROOM', 'INTERVISION', 'RETURN_DAY', 'ASSIGNMENT')),
    required    boolean NOT NULL,
    hours       numeric(6, 2),
    title       text NOT NULL,
    PRIMARY KEY (course_code, position)
);

CREATE TABLE learning.course_session (
    id               text PRIMARY KEY,
    course_code      text NOT NULL,
    position         int NOT NULL,
    starts_at        timestamptz NOT NULL,
    ends_at          timestamptz NOT NULL,
    place            text,
    province         text,
    join_url         text,
    trainer          text,
    min_participants int NOT NULL DEFAULT 6,
    max_participants int NOT NULL DEFAULT 16,
    FOREIGN KEY (course_code, position) REFERENCES learning.course_component,
    CHECK (ends_at > starts_at),
    CHECK (min_participants BETWEEN 0 AND max_participants)
);
CREATE INDEX course_session_course ON learning.course_session (course_code, starts_at);
CREATE INDEX course_session_trainer ON learning.course_session (trainer, starts_at);

CREATE TABLE learning.enrolment (
    person_id    text NOT NULL REFERENCES kernel.person,
    course_code  text NOT NULL REFERENCES learning.course,
    enrolled_at  timestamptz NOT NULL,
    completed_on date,
    PRIMARY KEY (person_id, course_code)
);
CREATE INDEX enrolment_course ON learning.enrolment (course_code);

CREATE TABLE learning.attendance (
    session_id text NOT NULL REFERENCES learning.course_session,
    person_id  text NOT NULL REFERENCES kernel.person,
    presence   text NOT NULL CHECK (presence IN ('PRESENT', 'ABSENT', 'EXCUSED', 'PARTLY')),
    PRIMARY KEY (session_id, person_id)
);
CREATE INDEX attendance_person ON learning.attendance (person_id);
