-- Indicators with their targets and actuals, opportunities, contracts, problems, readings of satisfaction, rates, and what is muted.
CREATE TABLE opportunity (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    account INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    amount INTEGER, amount_currency TEXT, stage TEXT NOT NULL, probability INTEGER, closes_on TEXT,
    incremental INTEGER NOT NULL DEFAULT 0, next_step TEXT, pushes INTEGER, notes TEXT
) STRICT;
CREATE INDEX opportunity_account ON opportunity(account);

CREATE TABLE contract (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    account INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    value INTEGER, value_currency TEXT, starts_on TEXT, ends_on TEXT, notice_days INTEGER,
    renews INTEGER NOT NULL DEFAULT 0,
    opportunity INTEGER REFERENCES opportunity(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    links TEXT, notes TEXT
) STRICT;
CREATE INDEX contract_account ON contract(account);
CREATE INDEX contract_opportunity ON contract(opportunity);
CREATE INDEX contract_ends ON contract(ends_on);

CREATE TABLE problem (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    account INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    trouble TEXT, severity TEXT NOT NULL, opened_on TEXT NOT NULL,
    owner INTEGER REFERENCES colleague(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    next_step TEXT, due TEXT, closed_on TEXT, cause TEXT,
    interaction INTEGER REFERENCES interaction(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX problem_account ON problem(account, opened_on);
CREATE INDEX problem_open ON problem(due) WHERE closed_on IS NULL;
CREATE INDEX problem_owner ON problem(owner) WHERE owner IS NOT NULL;
CREATE INDEX problem_interaction ON problem(interaction) WHERE interaction IS NOT NULL;

CREATE TABLE reading (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    account INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    day TEXT NOT NULL, score INTEGER NOT NULL,
    person INTEGER REFERENCES person(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    source TEXT, text TEXT
) STRICT;
CREATE INDEX reading_account ON reading(account, day);
CREATE INDEX reading_person ON reading(person) WHERE person IS NOT NULL;

-- What was one answer of an account becomes the first of its readings. One without a day was known when it was written; if
-- nobody knows when that was, it is older than anything.
INSERT INTO reading(uid, account, day, score)
SELECT lower(substr(a.uid, 1, 24) || hex(randomblob(6))), a.id,
    coalesce(a.satisfaction_on,
        (SELECT substr(e.at, 1, 10) FROM change c JOIN entry e ON e.id = c.entry
            WHERE c.tbl = 'account' AND c.row = a.id AND c.after ->> 'satisfaction' IS NOT NULL
                AND c.after ->> 'satisfaction' IS NOT c.before ->> 'satisfaction'
            ORDER BY c.id DESC LIMIT 1),
        '2000-01-01'),
    a.satisfaction
FROM account a WHERE a.satisfaction IS NOT NULL;
ALTER TABLE account DROP COLUMN satisfaction;
ALTER TABLE account DROP COLUMN satisfaction_on;

CREATE TABLE kpi (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    account INTEGER REFERENCES account(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    measure TEXT NOT NULL, currency TEXT, better TEXT NOT NULL, nature TEXT NOT NULL, frequency TEXT NOT NULL,
    ownership TEXT NOT NULL, spread TEXT NOT NULL, computed TEXT, green INTEGER, amber INTEGER,
    source TEXT, formula TEXT, retired INTEGER NOT NULL DEFAULT 0, position INTEGER
) STRICT;
CREATE INDEX kpi_account ON kpi(account);

-- Money in minor units with its currency beside it, anything else in ten thousandths without one.
CREATE TABLE target (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    kpi INTEGER NOT NULL REFERENCES kpi(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    period TEXT NOT NULL, value INTEGER NOT NULL, value_currency TEXT, high INTEGER, high_currency TEXT,
    source TEXT, entered_on TEXT, entered_by TEXT,
    UNIQUE (kpi, period)
) STRICT;
CREATE TABLE actual (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    kpi INTEGER NOT NULL REFERENCES kpi(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    period TEXT NOT NULL, value INTEGER NOT NULL, value_currency TEXT, note TEXT,
    source TEXT, entered_on TEXT, entered_by TEXT,
    UNIQUE (kpi, period)
) STRICT;

CREATE TABLE rate (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    currency TEXT NOT NULL, year INTEGER NOT NULL, rate INTEGER NOT NULL, per INTEGER,
    UNIQUE (currency, year)
) STRICT;

CREATE TABLE mute (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    account INTEGER REFERENCES account(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    topic TEXT NOT NULL, subject INTEGER, until TEXT NOT NULL
) STRICT;
CREATE INDEX mute_account ON mute(account);
CREATE INDEX mute_until ON mute(until);

ALTER TABLE settings ADD COLUMN kpi_green INTEGER;
ALTER TABLE settings ADD COLUMN kpi_amber INTEGER;
ALTER TABLE settings ADD COLUMN weight_commercial INTEGER;
ALTER TABLE settings ADD COLUMN weight_relationship INTEGER;
ALTER TABLE settings ADD COLUMN weight_commitments INTEGER;
ALTER TABLE settings ADD COLUMN weight_satisfaction INTEGER;
ALTER TABLE settings ADD COLUMN weight_plan INTEGER;
-- Names of roles as JSON.
ALTER TABLE settings ADD COLUMN required_roles TEXT;
UPDATE settings SET kpi_green = 950000, kpi_amber = 850000, weight_commercial = 30, weight_relationship = 30,
    weight_commitments = 15, weight_satisfaction = 15, weight_plan = 10,
    required_roles = '["user","influencer","decider","buyer","gatekeeper"]';

-- The promises of a side by the day on which they fell due.
CREATE INDEX commitment_due ON commitment(account, side, due, done_on);

-- System tables. Held interactions but notes by account, month (202611) and day of the month, day 0 being the whole month, kept
-- by triggers: what computed indicators count without reading the log. A call that says no direction went both ways; what did
-- came in and went out.
CREATE TABLE tally (
    account INTEGER NOT NULL, month INTEGER NOT NULL, day INTEGER NOT NULL,
    touches INTEGER NOT NULL, visits INTEGER NOT NULL, came_in INTEGER NOT NULL, went_out INTEGER NOT NULL,
    PRIMARY KEY (account, month, day)
) STRICT, WITHOUT ROWID;
CREATE VIEW tallied AS
SELECT id AS interaction, account, CAST(substr(day, 1, 4) || substr(day, 6, 2) AS INTEGER) AS month,
    part * CAST(substr(day, 9, 2) AS INTEGER) AS day, 1 AS touches, channel IN ('meeting', 'visit') AS visits,
    CASE WHEN channel = 'call' THEN ifnull(direction, 'both') IN ('in', 'both')
        ELSE channel IN ('email', 'message') AND ifnull(direction, '') IN ('in', 'both') END AS came_in,
    CASE WHEN channel = 'call' THEN ifnull(direction, 'both') IN ('out', 'both')
        ELSE channel IN ('email', 'message') AND ifnull(direction, '') IN ('out', 'both') END AS went_out
FROM interaction CROSS JOIN (SELECT 0 AS part UNION ALL SELECT 1) WHERE planned = 0 AND channel <> 'note' AND account IS NOT NULL;
INSERT INTO tally SELECT account, month, day, sum(touches), sum(visits), sum(came_in), sum(went_out)
FROM tallied GROUP BY account, month, day;
CREATE TRIGGER interaction_tallied AFTER INSERT ON interaction BEGIN
    INSERT INTO tally SELECT account, month, day, touches, visits, came_in, went_out FROM tallied WHERE interaction = NEW.id
    ON CONFLICT DO UPDATE SET touches = touches + excluded.touches, visits = visits + excluded.visits,
        came_in = came_in + excluded.came_in, went_out = went_out + excluded.went_out;
END;
-- Before and after: what it was goes, what it has become comes.
CREATE TRIGGER interaction_tally_out BEFORE UPDATE OF day, planned, channel, direction, account ON interaction BEGIN
    UPDATE tally SET touches = tally.touches - t.touches, visits = tally.visits - t.visits,
        came_in = tally.came_in - t.came_in, went_out = tally.went_out - t.went_out
    FROM tallied t WHERE t.interaction = OLD.id AND tally.account = t.account AND tally.month = t.month AND tally.day = t.day;
    DELETE FROM tally WHERE account = OLD.account AND month = CAST(substr(OLD.day, 1, 4) || substr(OLD.day, 6, 2) AS INTEGER)
        AND day IN (0, CAST(substr(OLD.day, 9, 2) AS INTEGER)) AND touches = 0;
END;
CREATE TRIGGER interaction_tally_in AFTER UPDATE OF day, planned, channel, direction, account ON interaction BEGIN
    INSERT INTO tally SELECT account, month, day, touches, visits, came_in, went_out FROM tallied WHERE interaction = NEW.id
    ON CONFLICT DO UPDATE SET touches = touches + excluded.touches, visits = visits + excluded.visits,
        came_in = came_in + excluded.came_in, went_out = went_out + excluded.went_out;
END;
CREATE TRIGGER interaction_untallied BEFORE DELETE ON interaction BEGIN
    UPDATE tally SET touches = tally.touches - t.touches, visits = tally.visits - t.visits,
        came_in = tally.came_in - t.came_in, went_out = tally.went_out - t.went_out
    FROM tallied t WHERE t.interaction = OLD.id AND tally.account = t.account AND tally.month = t.month AND tally.day = t.day;
    DELETE FROM tally WHERE account = OLD.account AND month = CAST(substr(OLD.day, 1, 4) || substr(OLD.day, 6, 2) AS INTEGER)
        AND day IN (0, CAST(substr(OLD.day, 9, 2) AS INTEGER)) AND touches = 0;
END;
-- The health of an account as it was on a day: kept as it was, never computed again.
CREATE TABLE snapshot (
    account INTEGER NOT NULL, day TEXT NOT NULL, score REAL, evidence REAL NOT NULL, parts TEXT NOT NULL,
    PRIMARY KEY (account, day)
) STRICT, WITHOUT ROWID;
-- What was answered about files of a shape: which column is what, which mark begins the decimals.
CREATE TABLE layout (shape TEXT PRIMARY KEY, answer TEXT NOT NULL) STRICT, WITHOUT ROWID;
