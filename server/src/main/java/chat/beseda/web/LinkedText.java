package chat.beseda.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Somebody's words in which addresses of pages are links, and nothing else is anything but text. Only {@code http} and
 * {@code https} lead anywhere; what closes a sentence or a bracket is none of the address.
 */
public final class LinkedText {
    private static final Pattern ADDRESS =
            Pattern.compile("\\bhttps?://[^\\s<>\"«»]{0,2000}[^\\s<>\"«».,;:!?…)\\]'’]", Pattern.CASE_INSENSITIVE);

    private LinkedText() {}

    /** Adds the words to an element, links opening beside the page. */
    public static void append(Element to, String text) {
        Matcher found = ADDRESS.matcher(text);
        int from = 0;
        while (found.find()) {
            to.appendText(text.substring(from, found.start()));
            to.appendElement("a")
                    .attr("href", found.group())
                    .attr("target", "_blank")
                    .attr("rel", "noopener noreferrer nofollow")
                    .text(found.group());
            from = found.end();
        }
        to.appendText(text.substring(from));
    }
}
