-- The first shape of the book. Column names are the field tables' names (a test compares them).
-- Foreign keys are deferred so that one act may write its rows in the order that indexes them only once.
CREATE TABLE account (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL, aliases TEXT, tier TEXT,
    part_of INTEGER REFERENCES account(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    sector TEXT, site TEXT, currency TEXT, fiscal_start INTEGER,
    size INTEGER, potential INTEGER, reference INTEGER,
    satisfaction INTEGER, satisfaction_on TEXT, risk TEXT, why_key TEXT,
    margin INTEGER, retention INTEGER, links TEXT, notes TEXT, position INTEGER
) STRICT;
CREATE INDEX account_part_of ON account(part_of);

CREATE TABLE unit (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    account INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    part_of INTEGER REFERENCES unit(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    site TEXT, notes TEXT
) STRICT;
CREATE INDEX unit_account ON unit(account);
CREATE INDEX unit_part_of ON unit(part_of);

CREATE TABLE person (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL, aliases TEXT, emails TEXT, phones TEXT, language TEXT, birthday TEXT,
    wants TEXT, worries TEXT, style TEXT, personal TEXT, do_not_contact INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE membership (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    person INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    account INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    title TEXT,
    unit INTEGER REFERENCES unit(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    other_role TEXT,
    reports_to INTEGER REFERENCES person(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    reached_via INTEGER REFERENCES person(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    cadence INTEGER, not_before TEXT, since TEXT, left_on TEXT
) STRICT;
CREATE INDEX membership_person ON membership(person);
CREATE INDEX membership_account ON membership(account);
CREATE INDEX membership_unit ON membership(unit);
CREATE INDEX membership_reports_to ON membership(reports_to);
CREATE INDEX membership_reached_via ON membership(reached_via);

CREATE TABLE colleague (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL, aliases TEXT, emails TEXT, phones TEXT, function TEXT,
    left INTEGER NOT NULL DEFAULT 0, notes TEXT
) STRICT;

CREATE TABLE interaction (
    -- Fits into the lower 24 bits of a row of the full text.
    id INTEGER PRIMARY KEY CHECK (id < 16777216), uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    channel TEXT NOT NULL, direction TEXT, day TEXT NOT NULL, time TEXT, minutes INTEGER,
    account INTEGER REFERENCES account(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    text TEXT, tags TEXT, sentiment TEXT, links TEXT,
    planned INTEGER NOT NULL DEFAULT 0, to_sort INTEGER NOT NULL DEFAULT 0, raw TEXT
) STRICT;
CREATE INDEX interaction_order ON interaction(day DESC, ifnull(time, '') DESC, id DESC);
CREATE INDEX interaction_account ON interaction(account, day DESC, ifnull(time, '') DESC, id DESC);
-- Few rows are planned or to be sorted out, however long the log: their lists come in order without reading it.
CREATE INDEX interaction_planned ON interaction(day, ifnull(time, ''), id, account) WHERE planned = 1;
CREATE INDEX interaction_to_sort ON interaction(day DESC, ifnull(time, '') DESC, id DESC, account) WHERE to_sort = 1;

CREATE TABLE interaction_people (
    id INTEGER PRIMARY KEY,
    interaction INTEGER NOT NULL REFERENCES interaction(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (interaction, person)
) STRICT;
CREATE INDEX interaction_people_person ON interaction_people(person, interaction);

CREATE TABLE interaction_colleagues (
    id INTEGER PRIMARY KEY,
    interaction INTEGER NOT NULL REFERENCES interaction(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    colleague INTEGER NOT NULL REFERENCES colleague(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (interaction, colleague)
) STRICT;
CREATE INDEX interaction_colleagues_colleague ON interaction_colleagues(colleague, interaction);

CREATE TABLE commitment (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    side TEXT NOT NULL, text TEXT NOT NULL,
    account INTEGER REFERENCES account(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    owner INTEGER REFERENCES colleague(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    counterpart INTEGER REFERENCES person(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    due TEXT, done_on TEXT, snoozed_until TEXT,
    interaction INTEGER REFERENCES interaction(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX commitment_open ON commitment(due) WHERE done_on IS NULL;
CREATE INDEX commitment_account ON commitment(account, done_on);
CREATE INDEX commitment_owner ON commitment(owner) WHERE owner IS NOT NULL;
CREATE INDEX commitment_counterpart ON commitment(counterpart);
CREATE INDEX commitment_interaction ON commitment(interaction);

CREATE TABLE fact (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    membership INTEGER NOT NULL REFERENCES membership(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    aspect TEXT NOT NULL, value TEXT, ended INTEGER NOT NULL DEFAULT 0, on_day TEXT NOT NULL,
    cause INTEGER REFERENCES interaction(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX fact_membership ON fact(membership, aspect, on_day, id);
CREATE INDEX fact_cause ON fact(cause) WHERE cause IS NOT NULL;

-- Exactly one row: the settings of the book.
CREATE TABLE settings (
    id INTEGER PRIMARY KEY CHECK (id = 1), uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    owner TEXT, base_currency TEXT, company_year_start INTEGER,
    cadence_decider INTEGER, cadence_champion INTEGER, cadence_influencer INTEGER, cadence_user INTEGER,
    cadence_other INTEGER, history_days INTEGER
) STRICT;

-- The journal: acts of the user, and the image of every row before and after. While the newest entry has no label yet, its
-- act is being written and triggers journal every change under it.
CREATE TABLE entry (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, label TEXT NOT NULL, origin TEXT NOT NULL,
    schema INTEGER NOT NULL, undone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX entry_undone ON entry(id) WHERE undone = 1;
CREATE TABLE change (
    id INTEGER PRIMARY KEY, entry INTEGER NOT NULL REFERENCES entry(id) ON DELETE CASCADE,
    tbl TEXT NOT NULL, row INTEGER NOT NULL, before TEXT, after TEXT
) STRICT;
CREATE INDEX change_entry ON change(entry);
CREATE INDEX change_row ON change(tbl, row);
-- System tables, not journaled: what the program notes by itself.
CREATE TABLE seen (id INTEGER PRIMARY KEY CHECK (id = 1), day TEXT, entry INTEGER) STRICT;
INSERT INTO seen VALUES (1, NULL, NULL);

-- Touches (held interactions but notes) by person, kept by triggers: last contact without reading the log.
CREATE TABLE touch (
    person INTEGER NOT NULL, day TEXT NOT NULL, interaction INTEGER NOT NULL, channel TEXT NOT NULL, direction TEXT,
    PRIMARY KEY (person, day DESC, interaction)
) STRICT, WITHOUT ROWID;

-- Full text of the log. The row number is day × 2^24 + number of the interaction, so that newest first needs no sort and no
-- table has to say which interaction a row belongs to.
CREATE VIRTUAL TABLE search USING fts5(
    body, people, promises,
    content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2", prefix='2 3'
);
CREATE VIEW search_text AS
SELECT CAST(julianday(i.day) AS INTEGER) * 16777216 + i.id AS id, i.id AS interaction,
    ifnull(i.text, '') || ' ' || ifnull(i.tags, '') AS body,
    ifnull((SELECT group_concat(p.name, ' ') FROM interaction_people x JOIN person p ON p.id = x.person WHERE x.interaction = i.id), '')
        || ' ' || ifnull((SELECT name FROM account WHERE id = i.account), '') AS people,
    ifnull((SELECT group_concat(c.text, ' ') FROM commitment c WHERE c.interaction = i.id), '') AS promises
FROM interaction i;

CREATE TRIGGER interaction_indexed AFTER INSERT ON interaction BEGIN
    INSERT INTO search(rowid, body, people, promises)
    SELECT id, body, people, promises FROM search_text WHERE interaction = NEW.id;
    INSERT INTO touch SELECT person, NEW.day, NEW.id, NEW.channel, NEW.direction FROM interaction_people
    WHERE interaction = NEW.id AND NEW.planned = 0 AND NEW.channel <> 'note';
END;
CREATE TRIGGER interaction_reindexed AFTER UPDATE OF text, tags, account ON interaction WHEN OLD.day = NEW.day BEGIN
    UPDATE search SET body = t.body, people = t.people, promises = t.promises
    FROM search_text t WHERE t.interaction = NEW.id AND search.rowid = t.id;
END;
CREATE TRIGGER interaction_moved AFTER UPDATE OF day ON interaction WHEN OLD.day <> NEW.day BEGIN
    DELETE FROM search WHERE rowid = CAST(julianday(OLD.day) AS INTEGER) * 16777216 + OLD.id;
    INSERT INTO search(rowid, body, people, promises)
    SELECT id, body, people, promises FROM search_text WHERE interaction = NEW.id;
END;
CREATE TRIGGER interaction_touch AFTER UPDATE OF day, planned, channel, direction ON interaction BEGIN
    DELETE FROM touch WHERE person IN (SELECT person FROM interaction_people WHERE interaction = OLD.id)
        AND day = OLD.day AND interaction = OLD.id;
    INSERT INTO touch SELECT person, NEW.day, NEW.id, NEW.channel, NEW.direction FROM interaction_people
    WHERE interaction = NEW.id AND NEW.planned = 0 AND NEW.channel <> 'note';
END;
-- Before: afterwards nobody knows any more who was there.
CREATE TRIGGER interaction_unindexed BEFORE DELETE ON interaction BEGIN
    DELETE FROM touch WHERE person IN (SELECT person FROM interaction_people WHERE interaction = OLD.id)
        AND day = OLD.day AND interaction = OLD.id;
    DELETE FROM search WHERE rowid = CAST(julianday(OLD.day) AS INTEGER) * 16777216 + OLD.id;
END;
CREATE TRIGGER interaction_people_added AFTER INSERT ON interaction_people
WHEN EXISTS (SELECT 1 FROM interaction WHERE id = NEW.interaction) BEGIN
    INSERT OR IGNORE INTO touch SELECT NEW.person, day, id, channel, direction FROM interaction
    WHERE id = NEW.interaction AND planned = 0 AND channel <> 'note';
    UPDATE search SET body = t.body, people = t.people, promises = t.promises
    FROM search_text t WHERE t.interaction = NEW.interaction AND search.rowid = t.id;
END;
CREATE TRIGGER interaction_people_removed AFTER DELETE ON interaction_people BEGIN
    DELETE FROM touch WHERE person = OLD.person AND interaction = OLD.interaction
        AND day = (SELECT day FROM interaction WHERE id = OLD.interaction);
    UPDATE search SET body = t.body, people = t.people, promises = t.promises
    FROM search_text t WHERE t.interaction = OLD.interaction AND search.rowid = t.id;
END;
CREATE TRIGGER person_renamed AFTER UPDATE OF name ON person WHEN OLD.name <> NEW.name BEGIN
    UPDATE search SET body = t.body, people = t.people, promises = t.promises
    FROM search_text t WHERE search.rowid = t.id
        AND t.interaction IN (SELECT interaction FROM interaction_people WHERE person = NEW.id);
END;
CREATE TRIGGER account_renamed AFTER UPDATE OF name ON account WHEN OLD.name <> NEW.name BEGIN
    UPDATE search SET body = t.body, people = t.people, promises = t.promises
    FROM search_text t WHERE search.rowid = t.id AND t.interaction IN (SELECT id FROM interaction WHERE account = NEW.id);
END;
CREATE TRIGGER commitment_indexed AFTER INSERT ON commitment
WHEN EXISTS (SELECT 1 FROM interaction WHERE id = NEW.interaction) BEGIN
    UPDATE search SET body = t.body, people = t.people, promises = t.promises
    FROM search_text t WHERE t.interaction = NEW.interaction AND search.rowid = t.id;
END;
CREATE TRIGGER commitment_reindexed AFTER UPDATE OF text, interaction ON commitment BEGIN
    UPDATE search SET body = t.body, people = t.people, promises = t.promises
    FROM search_text t WHERE t.interaction IN (NEW.interaction, OLD.interaction) AND search.rowid = t.id;
END;
CREATE TRIGGER commitment_unindexed AFTER DELETE ON commitment WHEN OLD.interaction IS NOT NULL BEGIN
    UPDATE search SET body = t.body, people = t.people, promises = t.promises
    FROM search_text t WHERE t.interaction = OLD.interaction AND search.rowid = t.id;
END;
