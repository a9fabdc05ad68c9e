-- What the portal does with dossiers by itself: what it foresees, what waits after an import, whom it told, renewals,
-- and the enterprise register.

-- Whether a partnership wants the head of the team to decide after fourteen days instead of the law (R4).
CREATE FUNCTION portal.escalates(partnership text, on_day date) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT NOT p.automatic_approval FROM portal.partnership_policy p
                      WHERE p.partnership_code = partnership AND p.valid_from <= on_day
                        AND (p.valid_to IS NULL OR p.valid_to >= on_day)
                      ORDER BY p.valid_from DESC LIMIT 1), false)
$$;

CREATE INDEX application_deciding ON portal.application (decide_by, id) WHERE status IN ('SUBMITTED', 'IN_REVIEW');
CREATE INDEX application_ending ON portal.application (valid_until, id) WHERE status = 'APPROVED';

-- Moments that lie after the state of an import and not after its day: what the jobs would have done then waits for an
-- administrator (domain.md 9.13).
CREATE VIEW portal.arrears_window AS
SELECT * FROM (
    SELECT id, started_at, state_date AS after,
           (coalesce(ended_at, started_at) AT TIME ZONE 'Europe/Brussels')::date AS until
      FROM portal.import_run WHERE state = 'DONE' AND NOT dry_run AND state_date IS NOT NULL) runs
 WHERE after < until;

-- What an administrator chose for the arrears of a partnership: applied, or left as the import gave it.
CREATE TABLE portal.arrears_choice (
    partnership_code text NOT NULL REFERENCES portal.partnership,
    chosen_at        timestamptz NOT NULL,
    chosen_by        text NOT NULL,
    choice           text NOT NULL CHECK (choice IN ('APPLIED', 'LEFT')),
    until            date NOT NULL,
    done             int,
    ended_at         timestamptz,
    PRIMARY KEY (partnership_code, chosen_at)
);

-- Whom the portal warned of which moment of a dossier: never twice.
CREATE TABLE portal.dossier_told (
    application_id text NOT NULL REFERENCES portal.application,
    rule           text NOT NULL,
    moment         date NOT NULL,
    told_at        timestamptz NOT NULL,
    PRIMARY KEY (application_id, rule, moment)
);

-- A recognition whose company was asked whether it renews: one row per end, so never twice for one moment.
CREATE TABLE portal.renewal (
    application_id text NOT NULL REFERENCES portal.application,
    ends_on        date NOT NULL,
    asked_on       date NOT NULL,
    reminded_on    date,
    answer         text CHECK (answer IN ('RENEW', 'NOT_RENEW', 'NEEDS_SUPPORT')),
    reason         text CHECK (reason IN ('NO_COOPERATION', 'BAD_EXPERIENCE', 'PROGRAMME_ENDS', 'NO_MENTOR', 'OTHER')),
    remark         text NOT NULL DEFAULT '',
    answered_at    timestamptz,
    -- A person, also where the answer came through the link in the person's mail.
    answered_by    text REFERENCES kernel.person,
    by_link        boolean NOT NULL DEFAULT false,
    PRIMARY KEY (application_id, ends_on),
    CHECK ((answer = 'NOT_RENEW') = (reason IS NOT NULL)),
    CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX renewal_ends ON portal.renewal (ends_on);

-- The link in a mail about renewals: good for that person, that company and what ends in that time, without signing in.
CREATE TABLE portal.renewal_link (
    code_hash         bytea PRIMARY KEY,
    person_id         text NOT NULL REFERENCES kernel.person,
    enterprise_number text NOT NULL REFERENCES portal.company,
    ends_from         date NOT NULL,
    ends_before       date NOT NULL,
    made_at           timestamptz NOT NULL,
    expires_at        timestamptz NOT NULL
);

-- Sets of the enterprise register that were taken in, by their number.
CREATE TABLE portal.register_extract (
    extract_number int PRIMARY KEY,
    snapshot_date  date NOT NULL,
    extract_type   text NOT NULL CHECK (extract_type IN ('full', 'update')),
    taken_at       timestamptz NOT NULL,
    taken_by       text NOT NULL,
    summary        jsonb NOT NULL
);

-- Where an establishment was before, and how a company was called.
CREATE TABLE portal.register_history (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject      text NOT NULL,
    what         text NOT NULL CHECK (what IN ('ADDRESS', 'NAME', 'CEASED')),
    before       text NOT NULL,
    after        text NOT NULL,
    holds_from   date NOT NULL,
    extract_number int NOT NULL REFERENCES portal.register_extract,
    recorded_at  timestamptz NOT NULL
);
CREATE INDEX register_history_subject ON portal.register_history (subject, id);
