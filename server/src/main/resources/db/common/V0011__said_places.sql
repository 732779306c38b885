-- What people, sites and devices say of where a visitor is, which is better known than what an address tells.

-- A JSON object: source (site, device, visitor) to country, region, city. Null for the many of whom nobody says anything.
ALTER TABLE visitor ADD COLUMN said_places TEXT;

-- Whether the window asks visitors if they are in the city it takes them to be in.
ALTER TABLE visitor_settings ADD COLUMN asks_place INTEGER NOT NULL DEFAULT 1;
