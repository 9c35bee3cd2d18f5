-- Plans, decisions and who was told of them, teams, white space, competitors, insights, care, tiers and reviews.
CREATE TABLE competitor (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    aliases TEXT,
    strengths TEXT,
    weaknesses TEXT,
    links TEXT,
    notes TEXT
) STRICT;

CREATE TABLE offering (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    family TEXT,
    retired INTEGER NOT NULL DEFAULT 0,
    notes TEXT
) STRICT;

CREATE TABLE plan (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    account INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    status TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    vision TEXT,
    goals TEXT,
    challenges TEXT,
    proposition TEXT,
    strengths TEXT,
    weaknesses TEXT,
    chances TEXT,
    threats TEXT,
    reviewed_on TEXT,
    follows INTEGER REFERENCES plan(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    notes TEXT
) STRICT;
CREATE INDEX plan_account ON plan(account);
CREATE INDEX plan_follows ON plan(follows) WHERE follows IS NOT NULL;

CREATE TABLE objective (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    plan INTEGER NOT NULL REFERENCES plan(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    aim TEXT NOT NULL,
    relevance TEXT NOT NULL,
    kpi INTEGER REFERENCES kpi(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    baseline INTEGER,
    baseline_currency TEXT,
    target INTEGER,
    target_currency TEXT,
    owner INTEGER REFERENCES colleague(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    priority TEXT,
    status TEXT NOT NULL,
    notes TEXT
) STRICT;
CREATE INDEX objective_plan ON objective(plan);
CREATE INDEX objective_kpi ON objective(kpi) WHERE kpi IS NOT NULL;
CREATE INDEX objective_owner ON objective(owner) WHERE owner IS NOT NULL;

CREATE TABLE initiative (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    objective INTEGER NOT NULL REFERENCES objective(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    owner INTEGER REFERENCES colleague(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    theirs INTEGER REFERENCES person(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    progress INTEGER,
    done_on TEXT,
    dropped INTEGER NOT NULL DEFAULT 0,
    mix TEXT,
    cost INTEGER,
    cost_currency TEXT,
    notes TEXT
) STRICT;
CREATE INDEX initiative_objective ON initiative(objective);
CREATE INDEX initiative_owner ON initiative(owner) WHERE owner IS NOT NULL;
CREATE INDEX initiative_theirs ON initiative(theirs) WHERE theirs IS NOT NULL;

CREATE TABLE milestone (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    initiative INTEGER NOT NULL REFERENCES initiative(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    due TEXT NOT NULL,
    done_on TEXT,
    notes TEXT
) STRICT;
CREATE INDEX milestone_initiative ON milestone(initiative);
CREATE INDEX milestone_open ON milestone(due) WHERE done_on IS NULL;

CREATE TABLE step (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    opportunity INTEGER NOT NULL REFERENCES opportunity(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    day TEXT NOT NULL,
    stage TEXT NOT NULL,
    closes_on TEXT,
    amount INTEGER,
    amount_currency TEXT
) STRICT;
CREATE INDEX step_opportunity ON step(opportunity, day);

CREATE TABLE whitespace (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    offering INTEGER NOT NULL REFERENCES offering(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    account INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    unit INTEGER REFERENCES unit(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    state TEXT NOT NULL,
    ours INTEGER,
    ours_currency TEXT,
    total INTEGER,
    total_currency TEXT,
    competitor INTEGER REFERENCES competitor(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    ends_on TEXT,
    probability INTEGER,
    notes TEXT
) STRICT;
CREATE INDEX whitespace_account ON whitespace(account);
CREATE INDEX whitespace_offering ON whitespace(offering);
CREATE INDEX whitespace_unit ON whitespace(unit) WHERE unit IS NOT NULL;
CREATE INDEX whitespace_competitor ON whitespace(competitor) WHERE competitor IS NOT NULL;

CREATE TABLE insight (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    account INTEGER REFERENCES account(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    topic TEXT NOT NULL,
    day TEXT NOT NULL,
    source TEXT,
    confidence TEXT,
    competitor INTEGER REFERENCES competitor(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    opportunity INTEGER REFERENCES opportunity(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    initiative INTEGER REFERENCES initiative(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    interaction INTEGER REFERENCES interaction(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    text TEXT
) STRICT;
CREATE INDEX insight_account ON insight(account, day);
CREATE INDEX insight_competitor ON insight(competitor) WHERE competitor IS NOT NULL;
CREATE INDEX insight_opportunity ON insight(opportunity) WHERE opportunity IS NOT NULL;
CREATE INDEX insight_initiative ON insight(initiative) WHERE initiative IS NOT NULL;
CREATE INDEX insight_interaction ON insight(interaction) WHERE interaction IS NOT NULL;

CREATE TABLE perk (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    account INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    sort TEXT NOT NULL,
    cost INTEGER,
    cost_currency TEXT,
    since TEXT,
    until TEXT,
    received TEXT,
    notes TEXT
) STRICT;
CREATE INDEX perk_account ON perk(account);
CREATE INDEX perk_until ON perk(until);

CREATE TABLE decision (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    account INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    turn TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    why TEXT,
    consequences TEXT,
    initiative INTEGER REFERENCES initiative(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    interaction INTEGER REFERENCES interaction(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX decision_account ON decision(account, decided_on);
CREATE INDEX decision_initiative ON decision(initiative) WHERE initiative IS NOT NULL;
CREATE INDEX decision_interaction ON decision(interaction) WHERE interaction IS NOT NULL;

CREATE TABLE telling (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    decision INTEGER NOT NULL REFERENCES decision(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    person INTEGER REFERENCES person(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    colleague INTEGER REFERENCES colleague(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    day TEXT NOT NULL,
    interaction INTEGER REFERENCES interaction(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX telling_decision ON telling(decision);
CREATE INDEX telling_person ON telling(person) WHERE person IS NOT NULL;
CREATE INDEX telling_colleague ON telling(colleague) WHERE colleague IS NOT NULL;
CREATE INDEX telling_interaction ON telling(interaction) WHERE interaction IS NOT NULL;

CREATE TABLE assignment (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    account INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    colleague INTEGER NOT NULL REFERENCES colleague(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    function TEXT,
    since TEXT,
    until TEXT,
    notes TEXT
) STRICT;
CREATE INDEX assignment_account ON assignment(account);
CREATE INDEX assignment_colleague ON assignment(colleague);

CREATE TABLE promotion (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    account INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    tier TEXT NOT NULL,
    day TEXT NOT NULL,
    reason TEXT
) STRICT;
CREATE INDEX promotion_account ON promotion(account);

CREATE TABLE review (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    day TEXT NOT NULL,
    finished_on TEXT,
    notes TEXT
) STRICT;

CREATE TABLE initiative_after (
    id INTEGER PRIMARY KEY,
    initiative INTEGER NOT NULL REFERENCES initiative(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    other INTEGER NOT NULL REFERENCES initiative(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (initiative, other)
) STRICT;
CREATE INDEX initiative_after_other ON initiative_after(other, initiative);

CREATE TABLE decision_decided_by (
    id INTEGER PRIMARY KEY,
    decision INTEGER NOT NULL REFERENCES decision(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (decision, person)
) STRICT;
CREATE INDEX decision_decided_by_person ON decision_decided_by(person, decision);

CREATE TABLE decision_decided_by_us (
    id INTEGER PRIMARY KEY,
    decision INTEGER NOT NULL REFERENCES decision(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    colleague INTEGER NOT NULL REFERENCES colleague(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (decision, colleague)
) STRICT;
CREATE INDEX decision_decided_by_us_colleague ON decision_decided_by_us(colleague, decision);

CREATE TABLE decision_people (
    id INTEGER PRIMARY KEY,
    decision INTEGER NOT NULL REFERENCES decision(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (decision, person)
) STRICT;
CREATE INDEX decision_people_person ON decision_people(person, decision);

CREATE TABLE decision_colleagues (
    id INTEGER PRIMARY KEY,
    decision INTEGER NOT NULL REFERENCES decision(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    colleague INTEGER NOT NULL REFERENCES colleague(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (decision, colleague)
) STRICT;
CREATE INDEX decision_colleagues_colleague ON decision_colleagues(colleague, decision);

CREATE TABLE review_accounts (
    id INTEGER PRIMARY KEY,
    review INTEGER NOT NULL REFERENCES review(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    account INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (review, account)
) STRICT;
CREATE INDEX review_accounts_account ON review_accounts(account, review);

CREATE TABLE review_moves (
    id INTEGER PRIMARY KEY,
    review INTEGER NOT NULL REFERENCES review(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    commitment INTEGER NOT NULL REFERENCES commitment(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (review, commitment)
) STRICT;
CREATE INDEX review_moves_commitment ON review_moves(commitment, review);

-- What earlier kinds have more.
ALTER TABLE commitment ADD COLUMN initiative INTEGER REFERENCES initiative(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX commitment_initiative ON commitment(initiative) WHERE initiative IS NOT NULL;
ALTER TABLE opportunity ADD COLUMN offering INTEGER REFERENCES offering(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX opportunity_offering ON opportunity(offering) WHERE offering IS NOT NULL;
ALTER TABLE opportunity ADD COLUMN unit INTEGER REFERENCES unit(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX opportunity_unit ON opportunity(unit) WHERE unit IS NOT NULL;
ALTER TABLE opportunity ADD COLUMN competitor INTEGER REFERENCES competitor(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX opportunity_competitor ON opportunity(competitor) WHERE competitor IS NOT NULL;
ALTER TABLE opportunity ADD COLUMN lost_reason TEXT;
ALTER TABLE opportunity ADD COLUMN closed_on TEXT;
ALTER TABLE account ADD COLUMN revenue INTEGER;
ALTER TABLE account ADD COLUMN revenue_currency TEXT;
ALTER TABLE account ADD COLUMN growth INTEGER;
ALTER TABLE settings ADD COLUMN company_revenue INTEGER;
ALTER TABLE settings ADD COLUMN company_revenue_currency TEXT;
ALTER TABLE settings ADD COLUMN cltv_years INTEGER;
ALTER TABLE settings ADD COLUMN discount INTEGER;
ALTER TABLE settings ADD COLUMN chance_competitor INTEGER;
ALTER TABLE settings ADD COLUMN chance_in_house INTEGER;
ALTER TABLE settings ADD COLUMN chance_ours INTEGER;
ALTER TABLE settings ADD COLUMN weight_size INTEGER;
ALTER TABLE settings ADD COLUMN weight_potential INTEGER;
ALTER TABLE settings ADD COLUMN weight_reference INTEGER;
UPDATE settings SET cltv_years = 5, discount = 100000, chance_competitor = 200000, chance_in_house = 100000,
    chance_ours = 500000, weight_size = 1, weight_potential = 1, weight_reference = 1;
