-- Companies and establishments that may not be a workplace, for a time or for good (domain.md section 2).
CREATE TABLE portal.exclusion (
    id                   text PRIMARY KEY,
    enterprise_number    text NOT NULL REFERENCES portal.company,
    -- Null: the whole company.
    establishment_number text REFERENCES portal.establishment,
    -- Null: over all partnerships, which only who handles them all decides.
    partnership_code     text REFERENCES portal.partnership,
    reason               text NOT NULL CHECK (reason IN ('LABOUR_LAW', 'SAFETY', 'CONVICTION', 'OBLIGATIONS', 'OTHER')),
    motivation           text NOT NULL CHECK (length(motivation) >= 20),
    starts_on            date NOT NULL,
    -- The last day; null for good.
    until_on             date CHECK (until_on >= starts_on),
    decided_at           timestamptz NOT NULL,
    decided_by           text NOT NULL REFERENCES kernel.person,
    lifted_at            timestamptz,
    lifted_by            text REFERENCES kernel.person,
    lifted_because       text CHECK (length(lifted_because) >= 20),
    CHECK ((lifted_at IS NULL) = (lifted_because IS NULL))
);
CREATE INDEX exclusion_company ON portal.exclusion (enterprise_number) WHERE lifted_at IS NULL;
CREATE INDEX exclusion_partnership ON portal.exclusion (partnership_code, decided_at);
