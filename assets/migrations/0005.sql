-- A fact that somebody set by hand may have a cause too: the conversation after which it was set. It stays without it.
ALTER TABLE fact ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0;
UPDATE fact SET by_hand = 1 WHERE cause IS NULL;
