package chat.beseda.crowd;

import chat.beseda.visitors.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a visitor's client says, as docs/protocol.md spells it. */
sealed interface Said {

    /** The name of the frame. */
    String t();

    record Hello(
            String t,
            int protocol,
            String role,
            @Nullable String visit,
            @Nullable String token,
            @Nullable String epoch,
            List<String> positions,
            @Nullable Page page,
            Screen screen,
            String language,
            String timeZone,
            String tab)
            implements Said {}

    record Screen(int width, int height) {}

    record Send(String t, @Nullable String conversation, String cid, String text) implements Said {}

    record Moved(String t, Page page) implements Said {}

    record End(String t, String rid, String conversation) implements Said {}

    record Typing(String t, String conversation, boolean on) implements Said {}

    record Seen(String t, String conversation, long seq) implements Said {}

    record Beat(String t) implements Said {}

    record Invited(String t, String id, String outcome) implements Said {}

    static Said hello(String role, @Nullable String visit, @Nullable Page page, Browser browser, String tab) {
        var screen = new Screen(browser.width(), browser.height());
        return new Hello(
                "hello",
                1,
                role,
                visit,
                null,
                null,
                List.of(),
                page,
                screen,
                browser.language(),
                browser.timeZone(),
                tab);
    }

    static Said send(@Nullable String conversation, String cid, String text) {
        return new Send("send", conversation, cid, text);
    }

    static Said moved(Page page) {
        return new Moved("page", page);
    }

    static Said end(String conversation) {
        return new End("end", "end", conversation);
    }

    static Said typing(String conversation, boolean on) {
        return new Typing("typing", conversation, on);
    }

    static Said seen(String conversation, long seq) {
        return new Seen("seen", conversation, seq);
    }

    /** What becomes of an invitation: {@code shown}, {@code accepted}, {@code refused} or {@code ignored}. */
    static Said invited(String id, String outcome) {
        return new Invited("invited", id, outcome);
    }

    static Said beat() {
        return new Beat("beat");
    }
}
