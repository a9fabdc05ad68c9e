-- How a partnership wants workplaces visited, dated; the row that holds on the day of the application counts (R16).
CREATE TABLE portal.visit_policy (
    partnership_code text NOT NULL REFERENCES portal.partnership,
    valid_from       date NOT NULL,
    valid_to         date,
    -- EVERY application, FIRST_TIME only where the establishment was never visited, NONE.
    whom             text NOT NULL CHECK (whom IN ('EVERY', 'FIRST_TIME', 'NONE')),
    -- By when: so many days after the application, or so many months after the recognition.
    days             int CHECK (days > 0),
    months           int CHECK (months > 0),
    -- A visit so many months before the application counts for it.
    fresh_months     int NOT NULL DEFAULT 0,
    -- What virtual visits are worth; switch it here.
    virtual_visit    text NOT NULL DEFAULT 'TWO_AS_ONE' CHECK (virtual_visit IN ('NO', 'TWO_AS_ONE', 'AS_SITE')),
    target_percent   int CHECK (target_percent BETWEEN 1 AND 100),
    source           text NOT NULL,
    PRIMARY KEY (partnership_code, valid_from),
    CHECK (whom = 'NONE' OR (days IS NULL) <> (months IS NULL))
);
INSERT INTO portal.visit_policy
  (partnership_code, valid_from, valid_to, whom, days, months, fresh_months, virtual_visit, target_percent, source)
SELECT code, from_day::date, to_day::date, whom, days, months, fresh, virtual, target, source
FROM portal.partnership JOIN (VALUES
    ('flemish_partnership', '2016-09-01', NULL, 'FIRST_TIME', 14, NULL::int, 0, 'TWO_AS_ONE', NULL::int, 'S2:198, S2:202'),
    ('automotive', '2016-09-01', '2020-12-31', 'EVERY', 14, NULL, 0, 'NO', NULL, 'S2:299'),
    ('automotive', '2021-01-01', NULL, 'FIRST_TIME', NULL, 12, 0, 'TWO_AS_ONE', NULL, 'S0:374, S0:505'),
    ('chemicals_plastics_life_sciences', '2016-09-01', NULL, 'FIRST_TIME', NULL, 12, 0, 'NO', NULL, 'S2:1278'),
    ('electricians', '2016-09-01', NULL, 'EVERY', 14, NULL, 1, 'NO', NULL, 'S2:381'),
    ('green_sectors', '2016-09-01', NULL, 'FIRST_TIME', 14, NULL, 0, 'NO', NULL, 'S2:395'),
    ('hospitality', '2016-09-01', NULL, 'EVERY', 14, NULL, 12, 'NO', NULL, 'S2:424'),
    ('wood', '2016-09-01', NULL, 'EVERY', 14, NULL, 0, 'NO', NULL, 'S2:435'),
    ('clothing', '2016-09-01', NULL, 'FIRST_TIME', NULL, 12, 0, 'NO', NULL, 'S2:448, S2:1536'),
    ('local_authorities', '2023-07-01', NULL, 'EVERY', 14, NULL, 0, 'AS_SITE', 90, 'S3:177'),
    ('technology_industry', '2016-09-01', '2023-06-30', 'EVERY', 14, NULL, 0, 'NO', NULL, 'S2:496'),
    ('technology_industry', '2023-07-01', NULL, 'EVERY', 14, NULL, 0, 'NO', 90, 'S1:239, S1:243'),
    ('textile', '2016-09-01', NULL, 'EVERY', 14, NULL, 0, 'NO', NULL, 'S2:518'),
    ('textile_care', '2016-09-01', NULL, 'EVERY', 14, NULL, 0, 'NO', NULL, 'S2:538'),
    ('transport_logistics_airport_handling', '2016-09-01', NULL, 'EVERY', 14, NULL, 0, 'NO', NULL, 'S2:558'),
    ('construction', '2016-09-01', NULL, 'NONE', NULL, NULL, 0, 'NO', NULL, 'S2:312'),
    ('social_profit', '2016-09-01', NULL, 'NONE', NULL, NULL, 0, 'NO', NULL, 'S2:1598'),
    ('food_industry', '2016-09-01', NULL, 'NONE', NULL, NULL, 0, 'NO', NULL, 'S2:575'),
    ('hairdressing_fitness_beauty', '2016-09-01', NULL, 'NONE', NULL, NULL, 0, 'NO', NULL, 'S2:412'))
    AS policy (code, from_day, to_day, whom, days, months, fresh, virtual, target, source) USING (code);

-- The day on which a partnership plans to go somewhere.
CREATE TABLE portal.visit_plan (
    establishment_number text NOT NULL REFERENCES portal.establishment,
    partnership_code     text NOT NULL REFERENCES portal.partnership,
    planned_on           date NOT NULL,
    planned_by           text NOT NULL REFERENCES kernel.person,
    planned_at           timestamptz NOT NULL,
    PRIMARY KEY (establishment_number, partnership_code)
);
