-- A report of a year counts offers that were let go by without looking at the conversation of each.
ALTER TABLE offer_log ADD COLUMN site_id BIGINT NOT NULL DEFAULT 0;
UPDATE offer_log SET site_id = (SELECT c.site_id FROM conversation c WHERE c.id = offer_log.conversation_id);
DROP INDEX offer_missed;
CREATE INDEX offer_missed ON offer_log (ended_at, operator_id, site_id) WHERE outcome = 'missed';
