package chat.beseda.incoming;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of a letter that is nothing but HTML: lines where it shows lines, a sign of quoting before what is quoted. */
final class HtmlWords {
    private static final int MOST_ELEMENTS = 20_000;
    private static final Set<String> UNSEEN =
            Set.of("head", "style", "script", "title", "template", "noscript", "object");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "table",
            "tr",
            "ul",
            "ol",
            "li",
            "blockquote",
            "pre",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "section",
            "article",
            "header",
            "footer",
            "hr",
            "dl",
            "dt",
            "dd",
            "form",
            "center");
    /** Where Gmail, Yahoo, Mail.ru and Proton put what they quote; others take a blockquote. */
    private static final List<String> QUOTED =
            List.of("gmail_quote", "yahoo_quoted", "mail-quote-collapse", "protonmail_quote");
    /** Outlook puts one of these before what it quotes, to the letter's end. */
    private static final Set<String> QUOTED_FROM = Set.of("divrplyfwdmsg", "appendonsend");

    private HtmlWords() {}

    /** @param html hostile, of bounded length */
    static String of(String html) {
        Document page = Jsoup.parse(html);
        var writing = new Writing();
        page.traverse(writing);
        return writing.lines.toString();
    }

    private static final class Writing implements NodeVisitor {
        private final StringBuilder lines = new StringBuilder();
        private int quoted;
        private int unseen;
        private int elements;
        private boolean atStart = true;
        private boolean spaceDue;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                begin(element);
            } else if (node instanceof TextNode text && unseen == 0 && elements < MOST_ELEMENTS) {
                words(text.getWholeText());
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                unseen -= isUnseen(element) ? 1 : 0;
                if (BLOCKS.contains(element.normalName())) {
                    newLine();
                    if (element.normalName().equals("p")) {
                        lines.append('\n');
                    }
                }
                quoted -= isQuote(element) ? 1 : 0;
            }
        }

        private void begin(Element element) {
            elements++;
            unseen += isUnseen(element) ? 1 : 0;
            if (element.normalName().equals("br")) {
                mark();
                lines.append('\n');
                atStart = true;
                spaceDue = false;
            } else if (BLOCKS.contains(element.normalName())) {
                newLine();
            }
            quoted += isQuote(element) || QUOTED_FROM.contains(element.id().toLowerCase(Locale.ROOT)) ? 1 : 0;
            if (element.normalName().equals("li")) {
                words("- ");
            } else if (element.normalName().equals("td")) {
                spaceDue = !atStart;
            }
        }

        private static boolean isQuote(Element element) {
            return element.normalName().equals("blockquote") || QUOTED.stream().anyMatch(element::hasClass);
        }

        private static boolean isUnseen(Element element) {
            return UNSEEN.contains(element.normalName());
        }

        private void words(String text) {
            for (int at = 0; at < text.length(); at++) {
                char each = text.charAt(at);
                if (Character.isWhitespace(each)) {
                    spaceDue = !atStart;
                } else {
                    mark();
                    if (spaceDue) {
                        lines.append(' ');
                    }
                    lines.append(each);
                    atStart = false;
                    spaceDue = false;
                }
            }
        }

        private void mark() {
            if (atStart && quoted > 0) {
                lines.append("> ");
            }
        }

        private void newLine() {
            if (!atStart) {
                lines.append('\n');
                atStart = true;
            }
            spaceDue = false;
        }
    }
}
