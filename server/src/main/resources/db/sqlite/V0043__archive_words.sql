-- The words of conversations as they are looked for, made by the program: letters and digits with a sign before them for whose and
-- what they are. The words themselves are not kept, only where they stand.
CREATE VIRTUAL TABLE archive_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');
