-- Reminders of the training deadline, what follows them, mail that was refused, and the demo's clock.

-- What the partnership does after a reminder without result (N3), dated like the rules themselves.
CREATE TABLE portal.ladder_rule (
    partnership_code  text PRIMARY KEY REFERENCES portal.partnership,
    -- Days after a reminder without result: a call item.
    call_after_days   int NOT NULL DEFAULT 7 CHECK (call_after_days BETWEEN 1 AND 60),
    -- Days after the last reminder without result: a letter.
    letter_after_days int NOT NULL DEFAULT 21 CHECK (letter_after_days BETWEEN 0 AND 90),
    source            text NOT NULL
);
-- Bouw sends its "last chance" letter three months before (S2:1184); Haartooi calls after a week (S2:1340).
INSERT INTO portal.ladder_rule (partnership_code, letter_after_days, source)
SELECT code, CASE code WHEN 'construction' THEN 0 ELSE 21 END,
       CASE code WHEN 'construction' THEN 'S2:1184' ELSE 'S2:1340' END FROM portal.partnership;

-- Each moment of each deadline once: the job that decided about it, and what it decided.
CREATE TABLE portal.reminder (
    person_id        text NOT NULL REFERENCES kernel.person,
    partnership_code text NOT NULL REFERENCES portal.partnership,
    due_on           date NOT NULL,
    months           int NOT NULL,
    moment           date NOT NULL,
    decided_at       timestamptz NOT NULL,
    -- MAILED: to the mentor; NO_ADDRESS: somebody prints a letter; PASSED: over before the portal could, nothing sent.
    way              text NOT NULL CHECK (way IN ('MAILED', 'NO_ADDRESS', 'PASSED')),
    PRIMARY KEY (person_id, partnership_code, due_on, months)
);
CREATE INDEX reminder_moment ON portal.reminder (moment);

-- Which mail told whom of it: the mentor, and each contact of a company. Never twice, also inside a digest (N4, N6).
CREATE TABLE portal.reminder_mail (
    person_id         text NOT NULL,
    partnership_code  text NOT NULL,
    due_on            date NOT NULL,
    months            int NOT NULL,
    receiver_id       text NOT NULL REFERENCES kernel.person,
    -- Null: told as the mentor.
    enterprise_number text REFERENCES portal.company,
    -- Written just before the mail itself, in one transaction.
    mail_key          text NOT NULL REFERENCES kernel.mail (unique_key) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (person_id, partnership_code, due_on, months, receiver_id),
    FOREIGN KEY (person_id, partnership_code, due_on, months) REFERENCES portal.reminder
);
CREATE INDEX reminder_mail_key ON portal.reminder_mail (mail_key);
CREATE INDEX reminder_mail_receiver ON portal.reminder_mail (receiver_id);

-- The steps after the mail: once per deadline each, and what came of them.
CREATE TABLE portal.reminder_step (
    id               text PRIMARY KEY,
    person_id        text NOT NULL REFERENCES kernel.person,
    partnership_code text NOT NULL REFERENCES portal.partnership,
    due_on           date NOT NULL,
    kind             text NOT NULL CHECK (kind IN ('CALL_ASKED', 'LETTER_ASKED', 'CALLED', 'NOT_REACHED', 'LETTER_SENT',
                         'OTHER', 'SAYS_WRONG', 'SAYS_LEFT', 'REFUSED_MAIL')),
    happened_at      timestamptz NOT NULL,
    by_whom          text NOT NULL,
    remark           text NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX reminder_step_once ON portal.reminder_step (person_id, partnership_code, due_on, kind)
    WHERE kind IN ('CALL_ASKED', 'LETTER_ASKED');
CREATE INDEX reminder_step_person ON portal.reminder_step (person_id, happened_at);

-- The link under a reminder by which a mentor says, without signing in, that something is wrong or that he left.
CREATE TABLE portal.reminder_link (
    code_hash  bytea PRIMARY KEY,
    person_id  text NOT NULL REFERENCES kernel.person,
    made_at    timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);

-- The mail server said for good that it does not take this mail for this receiver: no further attempts (N7).
ALTER TABLE kernel.mail ADD refused_at timestamptz,
    -- What it was about was settled before it left: not sent any more.
    ADD withdrawn_at timestamptz;

-- An alarm per day on which reminders were due and none left (N5).
CREATE TABLE portal.reminder_alarm (
    day       date PRIMARY KEY,
    raised_at timestamptz NOT NULL,
    due       int NOT NULL
);

-- The demo's clock: how far today is set forward, and how far it is going. One row.
CREATE TABLE portal.demo_clock (
    one        boolean PRIMARY KEY DEFAULT true CHECK (one),
    days       int NOT NULL DEFAULT 0 CHECK (days >= 0),
    going_from int NOT NULL DEFAULT 0,
    going_to   int NOT NULL DEFAULT 0 CHECK (going_to >= days)
);
INSERT INTO portal.demo_clock DEFAULT VALUES;
