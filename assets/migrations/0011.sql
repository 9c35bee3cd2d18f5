-- Whether a client is shown an indicator in what is handed to it.
ALTER TABLE kpi ADD COLUMN shared INTEGER NOT NULL DEFAULT 0;
