-- What every feature needs: people and their roles, sign-in, events with their deliveries, jobs, files, mail.
CREATE SCHEMA IF NOT EXISTS kernel;

-- A national number is never stored readable: sealed with AES-GCM, found again through a keyed hash.
CREATE TABLE kernel.person (
    id                    text PRIMARY KEY,
    national_number_sealed bytea,
    national_number_hash  bytea UNIQUE,
    first_name            text NOT NULL,
    last_name             text NOT NULL,
    email                 text,
    phone                 text,
    language              text NOT NULL DEFAULT 'nl' CHECK (language IN ('nl', 'en', 'fr', 'de')),
    CHECK ((national_number_sealed IS NULL) = (national_number_hash IS NULL))
);

-- scope: an enterprise number, a partnership code, a provider code, or '' where the role has none.
CREATE TABLE kernel.person_role (
    person_id text NOT NULL REFERENCES kernel.person,
    role      text NOT NULL CHECK (role IN ('COMPANY', 'MENTOR', 'HANDLER', 'ADVISOR', 'TRAINER', 'SCHOOL', 'TEACHER', 'MONITOR', 'ADMIN')),
    scope     text NOT NULL DEFAULT '',
    PRIMARY KEY (person_id, role, scope)
);

-- Who somebody is at an OpenID provider; nobody becomes a person by e-mail address alone.
CREATE TABLE kernel.sign_in_identity (
    issuer    text NOT NULL,
    subject   text NOT NULL,
    person_id text NOT NULL REFERENCES kernel.person,
    linked_at timestamptz NOT NULL,
    PRIMARY KEY (issuer, subject)
);

CREATE TABLE kernel.sign_in_attempt (
    state        text PRIMARY KEY,
    nonce        text NOT NULL,
    verifier     text NOT NULL,
    redirect_uri text NOT NULL,
    return_to    text NOT NULL,
    expires_at   timestamptz NOT NULL
);

CREATE TABLE kernel.session (
    id_hash      bytea PRIMARY KEY,
    person_id    text REFERENCES kernel.person,
    issuer       text NOT NULL,
    subject      text NOT NULL,
    name         text NOT NULL,
    active_role  text NOT NULL DEFAULT '',
    active_scope text NOT NULL DEFAULT '',
    created_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL
);
CREATE INDEX session_expires ON kernel.session (expires_at);

CREATE TABLE kernel.invitation (
    id          text PRIMARY KEY,
    code_hash   bytea NOT NULL UNIQUE,
    person_id   text NOT NULL REFERENCES kernel.person,
    invited_by  text NOT NULL,
    reason      text NOT NULL,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    accepted_at timestamptz,
    declined_at timestamptz,
    declined_as text CHECK (declined_as IN ('NOT_ME', 'LEFT')),
    CHECK ((declined_at IS NULL) = (declined_as IS NULL))
);
CREATE INDEX invitation_person ON kernel.invitation (person_id);

-- Audit trail, history and change feed at once.
CREATE TABLE kernel.event (
    id       uuid PRIMARY KEY,
    at       timestamptz NOT NULL,
    actor    text NOT NULL,
    type     text NOT NULL,
    subject  text NOT NULL,
    audience text[] NOT NULL,
    payload  jsonb NOT NULL,
    -- The change feed's order: what the clock says is not the order in which transactions end.
    tx       xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX event_subject ON kernel.event (subject, at);
CREATE INDEX event_at ON kernel.event (at, id);
CREATE INDEX event_tx ON kernel.event (tx, id);
CREATE INDEX event_actor ON kernel.event (actor, at);

CREATE FUNCTION kernel.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON kernel.event
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();

CREATE TABLE kernel.delivery (
    event_id   uuid NOT NULL REFERENCES kernel.event,
    subscriber text NOT NULL,
    attempts   int NOT NULL DEFAULT 0,
    next_at    timestamptz NOT NULL,
    done_at    timestamptz,
    last_error text,
    PRIMARY KEY (event_id, subscriber)
);
CREATE INDEX delivery_due ON kernel.delivery (next_at) WHERE done_at IS NULL;

CREATE TABLE kernel.job_run (
    job           text NOT NULL,
    business_date date NOT NULL,
    started_at    timestamptz NOT NULL,
    ended_at      timestamptz,
    outcome       text,
    PRIMARY KEY (job, business_date)
);

CREATE TABLE kernel.file (
    hash       text PRIMARY KEY,
    size_bytes bigint NOT NULL,
    media_type text NOT NULL,
    stored_at  timestamptz NOT NULL
);

-- One message per person, rule and moment: the key makes a second one impossible.
CREATE TABLE kernel.mail (
    id          text PRIMARY KEY,
    unique_key  text NOT NULL UNIQUE,
    person_id   text REFERENCES kernel.person,
    recipient   text NOT NULL,
    subject     text NOT NULL,
    text_body   text NOT NULL,
    html_body   text NOT NULL,
    reason      text NOT NULL,
    due_at      timestamptz NOT NULL,
    -- The next attempt: while one is under way, the moment at which another server may take it over.
    next_at     timestamptz NOT NULL,
    attempts    int NOT NULL DEFAULT 0,
    sent_at     timestamptz,
    last_error  text
);
CREATE INDEX mail_due ON kernel.mail (next_at) WHERE sent_at IS NULL;
CREATE INDEX mail_sent ON kernel.mail (sent_at);
CREATE INDEX mail_person ON kernel.mail (person_id, due_at);
