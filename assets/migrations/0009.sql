-- After how many days reports are due again.
ALTER TABLE settings ADD COLUMN report_every INTEGER;
ALTER TABLE settings ADD COLUMN review_every INTEGER;
