-- The secret that marks of outgoing letters are signed with; at most one row, made with the first of them.
CREATE TABLE mail_secret (
    id     BIGINT PRIMARY KEY,
    secret TEXT NOT NULL
);
