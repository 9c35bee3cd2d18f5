-- The addresses from which the user writes: by them a letter is ours.
ALTER TABLE settings ADD COLUMN owner_emails TEXT;
