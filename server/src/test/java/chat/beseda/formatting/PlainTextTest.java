package chat.beseda.formatting;

import static chat.beseda.formatting.TextList.BULLET;
import static chat.beseda.formatting.TextList.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void paragraphsAreLines() {
        assertThat(text(
                        paragraph(run("Да. "), run("Приходите", new TextMark.Bold())),
                        paragraph(),
                        paragraph(run("a\nb"))))
                .isEqualTo("Да. Приходите\n\na\nb");
    }

    @Test
    void itemsAreLedInAndCounted() {
        assertThat(text(
                        item(NUMBER, 0, "one"),
                        item(NUMBER, 1, "inner"),
                        item(NUMBER, 1, "next"),
                        item(BULLET, 1, "dot"),
                        item(NUMBER, 0, "two"),
                        item(NUMBER, 1, "anew"),
                        paragraph(run("between")),
                        item(NUMBER, 0, "one again")))
                .isEqualTo("""
                        1. one
                          1. inner
                          2. next
                          • dot
                        2. two
                          1. anew
                        between
                        1. one again""");
    }

    @Test
    void theAddressOfALinkIsToldUnlessItIsReadAnyway() {
        var shop = new TextMark.Link("https://shop.example/");
        assertThat(text(paragraph(
                        run("на ", new TextMark.Bold()), run("нашем ", shop), run("сайте", shop, new TextMark.Bold()))))
                .isEqualTo("на нашем сайте (https://shop.example/)");
        assertThat(text(paragraph(run("www.Shop.example", shop)))).isEqualTo("www.Shop.example");
        assertThat(text(paragraph(run("a@b.example", new TextMark.Link("mailto:a@b.example")))))
                .isEqualTo("a@b.example");
    }

    private static String text(TextBlock... blocks) {
        return new TextDocument(List.of(blocks)).plainText();
    }

    private static TextBlock paragraph(TextRun... runs) {
        return new TextBlock.Paragraph(List.of(runs));
    }

    private static TextBlock item(TextList list, int level, String text) {
        return new TextBlock.Item(list, level, List.of(run(text)));
    }

    private static TextRun run(String text, TextMark... marks) {
        return new TextRun(text, List.of(marks));
    }
}
