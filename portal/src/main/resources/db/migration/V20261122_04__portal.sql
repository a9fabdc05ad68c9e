-- Companies, recognition dossiers with their history, agreements, contacts, complaints, appeals.
CREATE SCHEMA IF NOT EXISTS portal;
-- Finds part of a name through an index.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX person_name_part ON kernel.person USING gin ((first_name || ' ' || last_name) gin_trgm_ops);

CREATE TABLE portal.partnership (
    code               text PRIMARY KEY,
    name               text NOT NULL,
    kind               text NOT NULL CHECK (kind IN ('FLEMISH', 'SECTORAL')),
    organisation       text NOT NULL DEFAULT '',
    started_on         date,
    handles_complaints boolean NOT NULL
);

-- The rules as the sources print them, each dated and with its quote.
CREATE TABLE portal.partnership_rule (
    id               text PRIMARY KEY,
    partnership_code text REFERENCES portal.partnership,
    rule_type        text NOT NULL,
    programme_scope  text NOT NULL,
    value_code       text NOT NULL,
    value_number     numeric,
    unit             text NOT NULL,
    operator         text NOT NULL,
    condition        text NOT NULL,
    description      text NOT NULL,
    valid_from       date,
    valid_to         date,
    source           text NOT NULL,
    quote            text NOT NULL,
    ambiguous        boolean NOT NULL,
    note             text NOT NULL
);
CREATE INDEX partnership_rule_type ON portal.partnership_rule (partnership_code, rule_type);

-- Sectors under the Flemish Partnership.
CREATE TABLE portal.sector (
    code text PRIMARY KEY,
    name text NOT NULL
);

CREATE TABLE portal.end_reason (
    code       text PRIMARY KEY,
    group_code text NOT NULL,
    group_name text NOT NULL,
    name       text NOT NULL
);

CREATE TABLE portal.programme (
    code           text PRIMARY KEY,
    name           text NOT NULL,
    system         text NOT NULL CHECK (system IN ('DUAL', 'DBSO', 'APPRENTICESHIP')),
    level          text NOT NULL DEFAULT '',
    successor_code text REFERENCES portal.programme DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE portal.training_provider (
    code         text PRIMARY KEY,
    name         text NOT NULL,
    municipality text NOT NULL DEFAULT '',
    postal_code  text NOT NULL DEFAULT '',
    latitude     double precision,
    longitude    double precision
);

CREATE TABLE portal.company (
    enterprise_number text PRIMARY KEY CHECK (enterprise_number ~ '^[01][0-9]{9}$'),
    name              text NOT NULL,
    joint_committee   text NOT NULL DEFAULT '',
    employees         int CHECK (employees >= 0),
    ceased_on         date
);
CREATE INDEX company_name ON portal.company (name);
CREATE INDEX company_name_part ON portal.company USING gin (name gin_trgm_ops);

CREATE TABLE portal.establishment (
    establishment_number text PRIMARY KEY CHECK (establishment_number ~ '^[2-8][0-9]{9}$'),
    enterprise_number    text NOT NULL REFERENCES portal.company,
    name                 text NOT NULL DEFAULT '',
    street               text NOT NULL DEFAULT '',
    house_number         text NOT NULL DEFAULT '',
    postal_code          text NOT NULL DEFAULT '',
    municipality         text NOT NULL DEFAULT '',
    province             text NOT NULL DEFAULT '',
    latitude             double precision,
    longitude            double precision,
    ceased_on            date
);
CREATE INDEX establishment_enterprise ON portal.establishment (enterprise_number);

-- status .. decide_by repeat what the history says now, for lists; RefreshApplications is the one that writes them.
CREATE TABLE portal.application (
    id                    text PRIMARY KEY,
    establishment_number  text NOT NULL REFERENCES portal.establishment,
    programme_code        text NOT NULL REFERENCES portal.programme,
    partnership_code      text NOT NULL REFERENCES portal.partnership,
    sector_code           text REFERENCES portal.sector,
    submitted_at          timestamptz NOT NULL,
    submitted_by          text NOT NULL CHECK (submitted_by IN
        ('COMPANY', 'TRAINING_PROVIDER', 'SECTOR_CONSULTANT', 'WORKPLACE_COUNSELLOR', 'UNKNOWN')),
    renews_application_id text REFERENCES portal.application DEFERRABLE INITIALLY DEFERRED,
    status                text NOT NULL DEFAULT 'SUBMITTED',
    status_since          timestamptz,
    first_decision        text,
    first_decided_at      timestamptz,
    automatic             boolean NOT NULL DEFAULT false,
    -- Five years after the last approval: the first day on which the recognition no longer holds.
    valid_until           date,
    -- From 00:00 of this day an undecided dossier counts as approved; null while the clock stands still.
    decide_by             date
);
CREATE INDEX application_establishment ON portal.application (establishment_number);
CREATE INDEX application_work_list ON portal.application (partnership_code, status, decide_by);
CREATE INDEX application_expiring ON portal.application (partnership_code, valid_until) WHERE status = 'APPROVED';
CREATE INDEX application_submitted ON portal.application (submitted_at);
CREATE INDEX application_renews ON portal.application (renews_application_id) WHERE renews_application_id IS NOT NULL;

CREATE TABLE portal.application_event (
    application_id text NOT NULL REFERENCES portal.application,
    seq            int NOT NULL,
    at             timestamptz NOT NULL,
    status         text NOT NULL CHECK (status IN ('SUBMITTED', 'INCOMPLETE', 'IN_REVIEW', 'ON_HOLD', 'CANCELLED', 'APPROVED',
                       'REJECTED', 'REVOKED', 'CEASED', 'EXPIRED', 'DUPLICATED')),
    automatic      boolean NOT NULL DEFAULT false,
    reasons        text[] NOT NULL DEFAULT '{}',
    remark         text NOT NULL DEFAULT '',
    actor          text,
    recorded_at    timestamptz NOT NULL,
    PRIMARY KEY (application_id, seq)
);
-- "As on D": the latest row of an application recorded by the end of D, read from this index alone.
CREATE INDEX application_event_as_on ON portal.application_event (application_id, at, seq) INCLUDE (status, automatic, recorded_at);
CREATE INDEX application_event_status ON portal.application_event (status, at);

CREATE TABLE portal.mandate (
    id                text PRIMARY KEY,
    enterprise_number text NOT NULL REFERENCES portal.company,
    kind              text NOT NULL CHECK (kind IN ('TRAINING_PROVIDER', 'SECTOR_CONSULTANT', 'WORKPLACE_COUNSELLOR')),
    -- A provider code or a partnership code.
    holder            text NOT NULL,
    starts_on         date NOT NULL,
    ends_on           date,
    revoked_at        timestamptz,
    file_hash         text REFERENCES kernel.file,
    CHECK (ends_on >= starts_on)
);
CREATE INDEX mandate_holder ON portal.mandate (kind, holder);
CREATE INDEX mandate_company ON portal.mandate (enterprise_number);

CREATE TABLE portal.agreement (
    id                text PRIMARY KEY,
    application_id    text NOT NULL REFERENCES portal.application,
    mentor_person_id  text NOT NULL REFERENCES kernel.person,
    learner_person_id text NOT NULL REFERENCES kernel.person,
    provider_code     text REFERENCES portal.training_provider,
    type              text NOT NULL CHECK (type IN ('OAO', 'SAO', 'DA', 'DA_SM')),
    starts_on         date NOT NULL,
    ends_on           date NOT NULL,
    registered_at     timestamptz NOT NULL,
    ended_on          date,
    end_reason        text REFERENCES portal.end_reason,
    cancelled_at      timestamptz,
    recorded_at       timestamptz NOT NULL,
    CHECK (ends_on >= starts_on)
);
CREATE INDEX agreement_application ON portal.agreement (application_id);
CREATE INDEX agreement_provider ON portal.agreement (provider_code, starts_on);
CREATE INDEX agreement_mentor ON portal.agreement (mentor_person_id);
CREATE INDEX agreement_learner ON portal.agreement (learner_person_id);

CREATE TABLE portal.contact (
    id                   text PRIMARY KEY,
    partnership_code     text NOT NULL REFERENCES portal.partnership,
    enterprise_number    text NOT NULL REFERENCES portal.company,
    establishment_number text REFERENCES portal.establishment,
    application_id       text REFERENCES portal.application,
    kind                 text NOT NULL CHECK (kind IN ('ADMINISTRATIVE_CHECK', 'PHONE', 'MAIL', 'SITE_VISIT', 'VIRTUAL_VISIT',
                             'EXTERNAL_ADVICE', 'SOCIAL_PARTNER_ADVICE', 'SCHOOL_CONTACT', 'OTHER')),
    happened_on          date NOT NULL,
    by_whom              text NOT NULL DEFAULT '',
    purpose              text NOT NULL DEFAULT '',
    remark               text NOT NULL DEFAULT '',
    recorded_at          timestamptz NOT NULL
);
CREATE INDEX contact_company ON portal.contact (enterprise_number, happened_on);
CREATE INDEX contact_application ON portal.contact (application_id) WHERE application_id IS NOT NULL;
CREATE INDEX contact_establishment ON portal.contact (establishment_number, kind);

CREATE TABLE portal.complaint (
    id               text PRIMARY KEY,
    partnership_code text NOT NULL REFERENCES portal.partnership,
    received_on      date NOT NULL,
    admissible       boolean,
    outcome          text CHECK (outcome IN ('FOUNDED', 'UNFOUNDED', 'PARTLY_FOUNDED')),
    closed_on        date,
    recorded_at      timestamptz NOT NULL
);

CREATE TABLE portal.appeal (
    id             text PRIMARY KEY,
    application_id text NOT NULL REFERENCES portal.application,
    against        text NOT NULL CHECK (against IN ('REJECTED', 'REVOKED', 'EXCLUDED')),
    received_on    date NOT NULL,
    admissible     boolean,
    outcome        text CHECK (outcome IN ('CONFIRMED', 'ANNULLED', 'WITHDRAWN', 'INADMISSIBLE')),
    decided_on     date,
    recorded_at    timestamptz NOT NULL
);
CREATE INDEX appeal_application ON portal.appeal (application_id);

-- What the search over learning materials wants to know of programmes and partnerships.
CREATE VIEW search.code_name AS
SELECT 'PROGRAMME' AS kind, code, name FROM portal.programme
UNION ALL
SELECT 'SECTOR', code, name FROM portal.partnership;

CREATE VIEW search.provider_programme AS
SELECT DISTINCT agreement.provider_code, application.programme_code
FROM portal.agreement JOIN portal.application ON application.id = agreement.application_id;

CREATE TABLE portal.import_run (
    id          text PRIMARY KEY,
    started_at  timestamptz NOT NULL,
    started_by  text NOT NULL,
    source      text NOT NULL,
    dry_run     boolean NOT NULL,
    state_date  date,
    state       text NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'FAILED')),
    step        text NOT NULL DEFAULT '',
    rows_done   bigint NOT NULL DEFAULT 0,
    rows_total  bigint NOT NULL DEFAULT 0,
    rejects     bigint NOT NULL DEFAULT 0,
    rejects_csv text,
    summary     jsonb,
    problem     text,
    ended_at    timestamptz,
    -- Moves while somebody works at it; where it stands still, whoever did is gone.
    heartbeat_at timestamptz
);
CREATE INDEX import_run_started ON portal.import_run (started_at DESC);

ALTER TABLE learning.mentor_application ADD FOREIGN KEY (application_id) REFERENCES portal.application;
ALTER TABLE learning.mentor_application ADD FOREIGN KEY (partnership_code) REFERENCES portal.partnership;
ALTER TABLE learning.mentor_training ADD FOREIGN KEY (partnership_code) REFERENCES portal.partnership;
ALTER TABLE learning.course ADD FOREIGN KEY (partnership_code) REFERENCES portal.partnership;
