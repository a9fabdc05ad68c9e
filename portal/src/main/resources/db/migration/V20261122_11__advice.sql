-- The advice of the social partners (R12): lists with a closing moment, a voice per member, objections.

-- When the lists of a partnership close, as calendar days and Brussels time; dated.
CREATE TABLE portal.advice_moment (
    partnership_code text NOT NULL REFERENCES portal.partnership,
    -- 1 is Monday.
    closes_on        int NOT NULL CHECK (closes_on BETWEEN 1 AND 7),
    closes_at        time NOT NULL,
    valid_from       date NOT NULL,
    valid_to         date,
    source           text NOT NULL,
    PRIMARY KEY (partnership_code, closes_on, closes_at, valid_from)
);
INSERT INTO portal.advice_moment (partnership_code, closes_on, closes_at, valid_from, valid_to, source)
SELECT code, 4, '12:00', DATE '2016-09-01', NULL, 'S2:474-478, as Social profit does'
FROM portal.partnership WHERE code <> 'technology_industry'
UNION ALL VALUES
    ('technology_industry', 2, '12:00'::time, DATE '2018-01-01', DATE '2023-06-30', 'S2:500'),
    ('technology_industry', 4, '12:00'::time, DATE '2018-01-01', DATE '2023-06-30', 'S2:500'),
    ('technology_industry', 4, '12:00'::time, DATE '2023-07-01', NULL, 'S1:239');

-- Not sent: the next list, on which handlers put dossiers. Sent: open for voices until closes_at, whether or not
-- closed_at records that yet.
CREATE TABLE portal.advice_list (
    id               text PRIMARY KEY,
    partnership_code text NOT NULL REFERENCES portal.partnership,
    created_at       timestamptz NOT NULL,
    sent_at          timestamptz,
    sent_by          text REFERENCES kernel.person,
    closes_at        timestamptz,
    closed_at        timestamptz,
    CHECK ((sent_at IS NULL) = (closes_at IS NULL)),
    CHECK (closed_at IS NULL OR closed_at >= closes_at)
);
CREATE UNIQUE INDEX advice_list_next ON portal.advice_list (partnership_code) WHERE sent_at IS NULL;
CREATE INDEX advice_list_open ON portal.advice_list (closes_at) WHERE closed_at IS NULL;
CREATE INDEX advice_list_partnership ON portal.advice_list (partnership_code, closes_at);

CREATE TABLE portal.advice_item (
    list_id        text NOT NULL REFERENCES portal.advice_list,
    application_id text NOT NULL REFERENCES portal.application,
    -- What the handler tells the voters.
    note           text NOT NULL DEFAULT '',
    added_at       timestamptz NOT NULL,
    added_by       text NOT NULL REFERENCES kernel.person,
    -- LAPSED: nobody's voice was needed any more at the closing moment.
    outcome        text CHECK (outcome IN ('AGREED', 'OBJECTED', 'LAPSED')),
    PRIMARY KEY (list_id, application_id)
);
-- On one list at a time.
CREATE UNIQUE INDEX advice_item_open ON portal.advice_item (application_id) WHERE outcome IS NULL;
CREATE INDEX advice_item_application ON portal.advice_item (application_id);

-- Who was asked: the voting members when the list was sent.
CREATE TABLE portal.advice_voter (
    list_id   text NOT NULL REFERENCES portal.advice_list,
    person_id text NOT NULL REFERENCES kernel.person,
    mailed    boolean NOT NULL,
    PRIMARY KEY (list_id, person_id)
);

-- The last voice of each; earlier ones are events.
CREATE TABLE portal.advice_vote (
    list_id        text NOT NULL,
    application_id text NOT NULL,
    person_id      text NOT NULL REFERENCES kernel.person,
    agrees         boolean NOT NULL,
    voted_at       timestamptz NOT NULL,
    PRIMARY KEY (list_id, application_id, person_id),
    FOREIGN KEY (list_id, application_id) REFERENCES portal.advice_item
);

-- Open until it is withdrawn by who made it or handled by the partnership: until then the dossier stays on hold.
CREATE TABLE portal.objection (
    id             text PRIMARY KEY,
    list_id        text NOT NULL,
    application_id text NOT NULL,
    person_id      text NOT NULL REFERENCES kernel.person,
    reason         text NOT NULL,
    raised_at      timestamptz NOT NULL,
    withdrawn_at   timestamptz,
    handled_at     timestamptz,
    handled_by     text REFERENCES kernel.person,
    answer         text,
    FOREIGN KEY (list_id, application_id) REFERENCES portal.advice_item,
    CHECK ((handled_at IS NULL) = (answer IS NULL))
);
CREATE UNIQUE INDEX objection_once ON portal.objection (application_id, person_id)
    WHERE withdrawn_at IS NULL AND handled_at IS NULL;
