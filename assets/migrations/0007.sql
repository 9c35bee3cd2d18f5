-- The time that conversations took, by day: a year of it is summed up without reading the conversations.
CREATE INDEX interaction_time ON interaction(day, account, channel, minutes)
    WHERE planned = 0 AND channel <> 'note' AND account IS NOT NULL;
