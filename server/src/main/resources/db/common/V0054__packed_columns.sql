-- Packed days are columns now; they are packed anew beside the server's work.
DELETE FROM archive_packed;
