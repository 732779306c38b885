-- Addresses, in small letters, that letters about conversations of a site came back from; answers are not sent there until somebody says so.
CREATE TABLE returned_letters (
    site_id     BIGINT NOT NULL,
    email       TEXT NOT NULL,
    returned_at BIGINT NOT NULL,
    PRIMARY KEY (site_id, email)
) ${without_rowid};
-- What comes back names the letter by its Message-ID.
CREATE INDEX letter_named ON letter (message_id);
