-- What calendars and mailboxes know a conversation by, and the reports that were issued.
ALTER TABLE interaction ADD COLUMN source TEXT;
CREATE INDEX interaction_source ON interaction(source) WHERE source IS NOT NULL;

CREATE TABLE issued (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    title TEXT NOT NULL,
    report TEXT NOT NULL,
    account INTEGER REFERENCES account(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    starts_on TEXT,
    ends_on TEXT,
    day TEXT NOT NULL,
    language TEXT NOT NULL,
    figures TEXT,
    document TEXT NOT NULL
) STRICT;
CREATE INDEX issued_report ON issued(report, account, day);
CREATE INDEX issued_account ON issued(account) WHERE account IS NOT NULL;
