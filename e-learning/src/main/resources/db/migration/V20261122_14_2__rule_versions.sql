-- Who recorded a version of a training rule, and when; empty for those that came with the portal.
ALTER TABLE learning.training_rule
    ADD recorded_by text REFERENCES kernel.person,
    ADD recorded_at timestamptz;
