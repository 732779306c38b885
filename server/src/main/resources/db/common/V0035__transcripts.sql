-- Conversations that visitors want by e-mail and that wait to be sent. zone: of the times in it; empty for the site's own.
CREATE TABLE transcript_wish (
    conversation_id BIGINT NOT NULL REFERENCES conversation (id),
    email           TEXT NOT NULL,
    language        TEXT NOT NULL,
    zone            TEXT NOT NULL,
    asked_at        BIGINT NOT NULL,
    PRIMARY KEY (conversation_id, email)
) ${without_rowid};
CREATE INDEX transcript_wish_asked ON transcript_wish (asked_at);
CREATE INDEX transcript_wish_to ON transcript_wish (email, asked_at);
