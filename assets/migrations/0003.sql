-- The mark before the one of today: what has changed since last time is told all day.
ALTER TABLE seen ADD COLUMN before_day TEXT;
ALTER TABLE seen ADD COLUMN before_entry INTEGER;
