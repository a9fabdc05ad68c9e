-- Which partnership is competent: transfers with their history, and advice that one asks of another (R11).
CREATE TABLE portal.transfer (
    id             text PRIMARY KEY,
    application_id text NOT NULL REFERENCES portal.application,
    from_code      text NOT NULL REFERENCES portal.partnership,
    to_code        text NOT NULL REFERENCES portal.partnership,
    reason         text NOT NULL CHECK (length(reason) >= 20),
    at             timestamptz NOT NULL,
    by_whom        text NOT NULL REFERENCES kernel.person,
    CHECK (from_code <> to_code)
);
CREATE INDEX transfer_application ON portal.transfer (application_id, at);
CREATE INDEX transfer_received ON portal.transfer (to_code, at);

CREATE TABLE portal.advice_request (
    id             text PRIMARY KEY,
    application_id text NOT NULL REFERENCES portal.application,
    asking_code    text NOT NULL REFERENCES portal.partnership,
    asked_code     text NOT NULL REFERENCES portal.partnership,
    question       text NOT NULL,
    due_on         date NOT NULL,
    asked_at       timestamptz NOT NULL,
    asked_by       text NOT NULL REFERENCES kernel.person,
    answered_at    timestamptz,
    answered_by    text REFERENCES kernel.person,
    answer         text,
    CHECK (asking_code <> asked_code),
    CHECK ((answered_at IS NULL) = (answer IS NULL))
);
-- While it is open the partnership that is asked may read the dossier.
CREATE UNIQUE INDEX advice_request_open ON portal.advice_request (asked_code, application_id) WHERE answered_at IS NULL;
CREATE INDEX advice_request_application ON portal.advice_request (application_id);
