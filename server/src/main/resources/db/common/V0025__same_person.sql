-- Visitors an operator knows to be one person: another browser, another device. person: any number, the same for all of them.
CREATE TABLE same_person (
    visitor_id  BIGINT PRIMARY KEY REFERENCES visitor (id),
    person      BIGINT NOT NULL,
    operator_id BIGINT,
    at          BIGINT NOT NULL
) ${without_rowid};
CREATE INDEX same_person_by_person ON same_person (person);

-- To find who left the same address.
CREATE INDEX visitor_by_email ON visitor (site_id, lower(email)) WHERE email IS NOT NULL;
CREATE INDEX visitor_by_phone ON visitor (site_id, phone) WHERE phone IS NOT NULL;
