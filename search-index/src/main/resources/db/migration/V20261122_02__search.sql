-- Learning materials and the text extracted from them, passage by passage (a page, a slide, a heading).
CREATE SCHEMA IF NOT EXISTS search;

CREATE TABLE search.material (
    id               text PRIMARY KEY,
    title            text NOT NULL,
    description      text NOT NULL DEFAULT '',
    language         text NOT NULL CHECK (language IN ('nl', 'fr', 'en', 'de')),
    kind             text NOT NULL,
    audience         text NOT NULL DEFAULT '',
    level            text NOT NULL DEFAULT '',
    programme_codes  text[] NOT NULL DEFAULT '{}',
    partnership_code text,
    keywords         text[] NOT NULL DEFAULT '{}',
    licence          text NOT NULL DEFAULT '',
    author           text NOT NULL DEFAULT '',
    version          text NOT NULL DEFAULT '',
    review_by        date,
    -- PUBLIC, SIGNED_IN, or ROLES with the roles beside it.
    visibility       text NOT NULL CHECK (visibility IN ('PUBLIC', 'SIGNED_IN', 'ROLES')),
    visible_to       text[] NOT NULL DEFAULT '{}',
    file_hash        text REFERENCES kernel.file,
    file_name        text,
    url              text,
    changed_at       timestamptz NOT NULL,
    extracted_hash   text,
    extraction_error text
);

CREATE TABLE search.passage (
    material_id text NOT NULL REFERENCES search.material ON DELETE CASCADE,
    position    int NOT NULL,
    page        int,
    text        text NOT NULL,
    PRIMARY KEY (material_id, position)
);
