-- A second proof at the sign-in: an app of the operator's that makes a code out of a shared secret and the time (RFC 6238).

-- confirmed_at: null until the app has shown that it knows the secret. last_step: codes of this step and before are used up.
CREATE TABLE second_factor (
    operator_id  BIGINT PRIMARY KEY REFERENCES operator (id),
    secret       TEXT NOT NULL,
    confirmed_at BIGINT,
    last_step    BIGINT NOT NULL
) ${without_rowid};

-- For the day the telephone is lost: each is good once and is deleted then.
CREATE TABLE recovery_code (
    operator_id BIGINT NOT NULL REFERENCES operator (id),
    digest      TEXT NOT NULL,
    PRIMARY KEY (operator_id, digest)
) ${without_rowid};
