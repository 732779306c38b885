package chat.beseda.letters;

import chat.beseda.conversations.Conversation;
import chat.beseda.events.Event;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.Site;
import chat.beseda.web.PageTexts;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Writes the pages that our letters lead to, with the look of the letters and without scripts. Immutable. */
public final class LinkedPages {
    private static final String BUTTON = "margin:4px 0 0;padding:10px 18px;border:0;border-radius:8px;font:inherit;"
            + "font-size:15px;color:#ffffff;background:#1d4fc4;cursor:pointer";

    private static final String FIELD =
            "display:block;box-sizing:border-box;width:100%;min-height:96px;margin-top:6px;padding:10px;border:1px solid #8b96a5;border-radius:8px;"
                    + "font:inherit;font-size:16px";

    private final BiFunction<OperatorId, String, String> names;
    private final PageTexts texts = new PageTexts(LinkedPages.class, "letters");

    /** @param names what an operator is called in a language */
    public LinkedPages(BiFunction<OperatorId, String, String> names) {
        this.names = names;
    }

    /**
     * What stands in the form of a thread.
     *
     * @param cid names what is sent next, so that it is said once however often the button is pressed
     * @param told code of what became of what was sent; null when nothing was
     */
    public record Reply(String text, String cid, @Nullable String told) {}

    /** All of a conversation with a form to go on. */
    public String thread(Site site, Conversation conversation, List<Event> events, Reply reply) {
        String language = language(site, conversation);
        Map<String, String> params = Map.of("site", site.name());
        var paper = new LetterPaper(language, texts.of(language, "thread.title", params));
        var talk = new LetterTalk(paper, texts, names, language, site.timeZone(), site);
        events.forEach(talk::add);
        if (conversation instanceof Conversation.Closed) {
            paper.line(texts.of(language, "thread.closed", params));
        }
        if (reply.told() != null) {
            paper.paragraph(texts.of(language, "thread." + reply.told(), params));
        }
        Element form = paper.form();
        form.appendElement("input").attr("type", "hidden").attr("name", "cid").attr("value", reply.cid());
        Element label = form.appendElement("label").addClass("text").attr("style", "display:block;margin:0 0 8px");
        label.text(texts.of(language, "thread.label", params));
        label.appendElement("textarea")
                .addClass("field")
                .attr("name", "text")
                .attr("required", true)
                .attr("maxlength", "4000")
                .attr("style", FIELD)
                .text(reply.text());
        button(form, texts.of(language, "thread.send", params));
        paper.quiet(texts.of(language, "thread.hint", params));
        return paper.page();
    }

    /** Asks whether letters shall stop, or says that they have and how to have them again. */
    public String stop(Site site, Conversation conversation, String email, boolean stopped) {
        String language = language(site, conversation);
        Map<String, String> params = Map.of("site", site.name(), "email", email);
        String kind = stopped ? "stopped" : "stop";
        var paper = new LetterPaper(language, texts.of(language, kind + ".title", params));
        paper.paragraph(texts.of(language, kind + ".words", params));
        Element form = paper.form();
        form.appendElement("input")
                .attr("type", "hidden")
                .attr("name", "want")
                .attr("value", stopped ? "letters" : "none");
        button(form, texts.of(language, kind + ".button", params));
        return paper.page();
    }

    /** Instead of a page whose link is none of ours, or too old. */
    public String missing(String language) {
        var paper = new LetterPaper(language, texts.of(language, "missing.title", Map.of()));
        paper.paragraph(texts.of(language, "missing.words", Map.of()));
        return paper.page();
    }

    private static void button(Element form, String words) {
        form.appendElement("button")
                .attr("type", "submit")
                .attr("style", BUTTON)
                .text(words);
    }

    private static String language(Site site, Conversation conversation) {
        return site.languageFor(conversation.facts().language());
    }
}
