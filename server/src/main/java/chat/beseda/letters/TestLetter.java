package chat.beseda.letters;

import chat.beseda.mail.Letter;
import chat.beseda.web.PageTexts;
import java.util.List;
import java.util.Map;

/** Says that letters arrive. Immutable. */
public final class TestLetter {
    private final PageTexts texts = new PageTexts(TestLetter.class, "letters");

    /** Written to the one who wants to see it, in their language. */
    public Letter to(String email, String language) {
        var paper = new LetterPaper(language, texts.of(language, "test.subject", Map.of()));
        paper.paragraph(texts.of(language, "test.words", Map.of()));
        paper.quiet(texts.of(language, "test.why", Map.of()));
        return paper.letter("test", email, List.of());
    }
}
