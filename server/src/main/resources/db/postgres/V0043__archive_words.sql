-- The words of conversations as they are looked for, made by the program: letters and digits with a sign before them for whose and
-- what they are.
CREATE TABLE archive_words (
    conversation_id BIGINT PRIMARY KEY,
    words           TSVECTOR NOT NULL
);
CREATE INDEX archive_words_found ON archive_words USING GIN (words);
