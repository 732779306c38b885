-- Whether a site's collapsed window opens by itself when an answer comes; otherwise the button shows a count.
ALTER TABLE site ADD COLUMN opens INTEGER NOT NULL DEFAULT 0;
