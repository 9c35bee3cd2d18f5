-- The map of people: who sways whom, who sits in the buying centre of one sale, who of ours knows whom of theirs.
CREATE TABLE influence (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    person INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    sways INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    account INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    tie TEXT NOT NULL, since TEXT,
    cause INTEGER REFERENCES interaction(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    notes TEXT
) STRICT;
CREATE INDEX influence_account ON influence(account);
CREATE INDEX influence_person ON influence(person);
CREATE INDEX influence_sways ON influence(sways);
CREATE INDEX influence_cause ON influence(cause) WHERE cause IS NOT NULL;

CREATE TABLE involvement (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 1,
    opportunity INTEGER NOT NULL REFERENCES opportunity(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    roles TEXT, notes TEXT
) STRICT;
CREATE INDEX involvement_opportunity ON involvement(opportunity);
CREATE INDEX involvement_person ON involvement(person);

ALTER TABLE account ADD COLUMN required_roles TEXT;
ALTER TABLE opportunity ADD COLUMN required_roles TEXT;
ALTER TABLE person ADD COLUMN tags TEXT;
ALTER TABLE person ADD COLUMN placeholder INTEGER NOT NULL DEFAULT 0;
ALTER TABLE membership ADD COLUMN successor INTEGER REFERENCES person(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX membership_successor ON membership(successor) WHERE successor IS NOT NULL;

-- Held conversations (notes apart) by person and colleague, kept by triggers: who of ours knows whom without reading the log.
CREATE TABLE met (
    person INTEGER NOT NULL, colleague INTEGER NOT NULL, day TEXT NOT NULL, interaction INTEGER NOT NULL,
    PRIMARY KEY (person, colleague, day DESC, interaction)
) STRICT, WITHOUT ROWID;
CREATE INDEX met_interaction ON met(interaction);
INSERT INTO met
SELECT p.person, c.colleague, i.day, i.id FROM interaction_colleagues c
    JOIN interaction i ON i.id = c.interaction JOIN interaction_people p ON p.interaction = i.id
WHERE i.planned = 0 AND i.channel <> 'note';

CREATE TRIGGER met_held AFTER INSERT ON interaction WHEN NEW.planned = 0 AND NEW.channel <> 'note' BEGIN
    INSERT INTO met SELECT p.person, c.colleague, NEW.day, NEW.id
    FROM interaction_colleagues c JOIN interaction_people p ON p.interaction = c.interaction WHERE c.interaction = NEW.id;
END;
CREATE TRIGGER met_changed AFTER UPDATE OF day, planned, channel ON interaction BEGIN
    DELETE FROM met WHERE interaction = OLD.id;
    INSERT INTO met SELECT p.person, c.colleague, NEW.day, NEW.id
    FROM interaction_colleagues c JOIN interaction_people p ON p.interaction = c.interaction
    WHERE c.interaction = NEW.id AND NEW.planned = 0 AND NEW.channel <> 'note';
END;
CREATE TRIGGER met_gone BEFORE DELETE ON interaction BEGIN
    DELETE FROM met WHERE interaction = OLD.id;
END;
CREATE TRIGGER met_person_added AFTER INSERT ON interaction_people
WHEN EXISTS (SELECT 1 FROM interaction WHERE id = NEW.interaction) BEGIN
    INSERT OR IGNORE INTO met SELECT NEW.person, c.colleague, i.day, i.id
    FROM interaction i JOIN interaction_colleagues c ON c.interaction = i.id
    WHERE i.id = NEW.interaction AND i.planned = 0 AND i.channel <> 'note';
END;
CREATE TRIGGER met_person_removed AFTER DELETE ON interaction_people BEGIN
    DELETE FROM met WHERE interaction = OLD.interaction AND person = OLD.person;
END;
CREATE TRIGGER met_colleague_added AFTER INSERT ON interaction_colleagues
WHEN EXISTS (SELECT 1 FROM interaction WHERE id = NEW.interaction) BEGIN
    INSERT OR IGNORE INTO met SELECT p.person, NEW.colleague, i.day, i.id
    FROM interaction i JOIN interaction_people p ON p.interaction = i.id
    WHERE i.id = NEW.interaction AND i.planned = 0 AND i.channel <> 'note';
END;
CREATE TRIGGER met_colleague_removed AFTER DELETE ON interaction_colleagues BEGIN
    DELETE FROM met WHERE interaction = OLD.interaction AND colleague = OLD.colleague;
END;
