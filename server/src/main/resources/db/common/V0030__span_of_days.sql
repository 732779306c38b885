-- How much of the past the window shows: so many days with today, -1 for everything, 0 as today_hours says.
ALTER TABLE site ADD COLUMN today_days INTEGER NOT NULL DEFAULT 0;
