-- Which edition of a meeting the calendar told last: an older file does not take it back.
ALTER TABLE interaction ADD COLUMN edition TEXT;
