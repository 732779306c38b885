package chat.beseda.archive;

/** Whose words something is, and the letters before them in the index: of a word as it stands, and of its stem. */
enum Voice {
    VISITOR("a", "c"),
    OPERATOR("b", "d"),
    NOTE("e", "g");

    final String word;
    final String stem;

    Voice(String word, String stem) {
        this.word = word;
        this.stem = stem;
    }

    static Voice of(Summary.Said said) {
        return said.note() ? NOTE : said.operator() == null ? VISITOR : OPERATOR;
    }
}
