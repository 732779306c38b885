package chat.beseda.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.conversations.MessageText.Sound;
import chat.beseda.conversations.MessageText.Unsound;
import chat.beseda.events.EventBody;
import chat.beseda.events.EventText;
import chat.beseda.formatting.DocumentRules;
import chat.beseda.formatting.TextBlock;
import chat.beseda.formatting.TextColour;
import chat.beseda.formatting.TextDocument;
import chat.beseda.formatting.TextFont;
import chat.beseda.formatting.TextHighlight;
import chat.beseda.formatting.TextList;
import chat.beseda.formatting.TextMark;
import chat.beseda.formatting.TextRun;
import chat.beseda.formatting.TextSize;
import chat.beseda.formatting.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FormattedTextTest {
    private static final int LIMIT = 200;
    private static final TextMark BOLD = new TextMark.Bold();

    /** Documents of chance, good and bad: what is accepted is read from the store as it was sent, everything else has a code. */
    @Test
    void aDocumentIsEitherRefusedOrKeptAsItIs() {
        var outcomes = new TreeMap<String, Integer>();
        for (int seed = 0; seed < 20_000; seed++) {
            TextDocument sent = document(new Random(seed));
            String outcome = switch (MessageText.of(new Words.Formatted(sent), LIMIT)) {
                case Unsound(Refusal refusal) ->
                    refusal.code() + refusal.params().getOrDefault("reason", "");
                case Sound(EventBody.Message kept) -> {
                    assertThat(EventText.read(EventText.of(kept)))
                            .as("seed %d", seed)
                            .isEqualTo(kept);
                    assertThat(kept.text()).as("seed %d", seed).isEqualTo(sent.plainText());
                    assertThat(kept.text().codePointCount(0, kept.text().length()))
                            .isLessThanOrEqualTo(LIMIT);
                    assertThat(kept.document()).as("seed %d", seed).isEqualTo(sent.isFormatted() ? sent : null);
                    yield kept.document() == null ? "plain" : "formatted";
                }
            };
            outcomes.merge(outcome, 1, Integer::sum);
        }
        assertThat(outcomes.keySet())
                .as("%s", outcomes)
                .isEqualTo(Set.of(
                        "plain",
                        "formatted",
                        "message_empty",
                        "message_too_long",
                        "message_invalid",
                        "document_invalidlevel",
                        "document_invalidrun",
                        "document_invalidmark",
                        "document_invalidlink"));
        assertThat(outcomes.get("formatted")).isGreaterThan(3_000);
    }

    @Test
    void whatIsNotFormattedIsPlain() {
        var document = new TextDocument(List.of(paragraph(run("a")), paragraph(), paragraph(run("b "), run("c"))));

        assertThat(MessageText.of(new Words.Formatted(document), LIMIT))
                .isEqualTo(new Sound(new EventBody.Message("a\n\nb c")));
    }

    @Test
    void moreBlocksAndRunsThanTheLimitAreTooMuch() {
        List<TextBlock> most = Collections.nCopies(DocumentRules.NODES / 2, paragraph(run("a", BOLD)));
        var more = new ArrayList<>(most);
        more.add(paragraph());

        assertThat(judged(most)).isInstanceOf(Sound.class);
        assertThat(judged(more))
                .isEqualTo(new Unsound(new Refusal.DocumentTooComplex(DocumentRules.NODES, DocumentRules.NODES + 1)));
    }

    @Test
    void halvesOfACharacterInTwoRunsAreNotOne() {
        assertThat(judged(List.of(paragraph(run("\uD83D"), run("\uDE00", BOLD)))))
                .isEqualTo(new Unsound(new Refusal.MessageInvalid("U+D83D")));
    }

    private static MessageText judged(List<TextBlock> blocks) {
        return MessageText.of(new Words.Formatted(new TextDocument(blocks)), 4_000);
    }

    private static TextDocument document(Random chance) {
        var blocks = new ArrayList<TextBlock>();
        for (int i = chance.nextInt(6); i >= 0; i--) {
            var runs = new ArrayList<TextRun>();
            for (int j = chance.nextInt(4); j > 0; j--) {
                runs.add(run(text(chance), marks(chance)));
            }
            int level = Math.max(0, chance.nextInt(40) - 36);
            TextList list = one(chance, TextList.values());
            blocks.add(chance.nextInt(3) == 0 ? new TextBlock.Item(list, level, runs) : new TextBlock.Paragraph(runs));
        }
        return new TextDocument(blocks);
    }

    private static <T> T one(Random chance, T[] all) {
        return all[chance.nextInt(all.length)];
    }

    private static String text(Random chance) {
        List<String> rare = List.of("", "\u0000", "\r", "\uD83D", "x".repeat(LIMIT));
        List<String> usual = List.of("Да", " ", "a\nb", "😀", "<b>", "\u202E", "1. ", "\t");
        return chance.nextInt(50) == 0
                ? rare.get(chance.nextInt(rare.size()))
                : usual.get(chance.nextInt(usual.size()));
    }

    private static TextMark[] marks(Random chance) {
        var all = new ArrayList<>(List.of(
                BOLD,
                new TextMark.Italic(),
                new TextMark.Underline(),
                new TextMark.Size(one(chance, TextSize.values())),
                new TextMark.Font(one(chance, TextFont.values())),
                new TextMark.Colour(one(chance, TextColour.values())),
                new TextMark.Highlight(one(chance, TextHighlight.values())),
                new TextMark.Link(chance.nextInt(10) == 0 ? "javascript:alert(1)" : "https://shop.example/")));
        Collections.shuffle(all, chance);
        List<TextMark> some = new ArrayList<>(all.subList(0, chance.nextInt(3) * chance.nextInt(3)));
        if (!some.isEmpty() && chance.nextInt(40) == 0) {
            some.add(some.getFirst());
        }
        return some.toArray(TextMark[]::new);
    }

    private static TextBlock paragraph(TextRun... runs) {
        return new TextBlock.Paragraph(List.of(runs));
    }

    private static TextRun run(String text, TextMark... marks) {
        return new TextRun(text, List.of(marks));
    }
}
