package chat.beseda.visitors;

import chat.beseda.devices.Hints;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps one copy of strings that many visitors have in common: languages, browsers, pages. Forgets all of them when they
 * become many, since strangers send them. Thread-safe.
 */
final class SharedStrings {
    private static final int MOST = 10_000;

    private final Map<String, String> copies = new ConcurrentHashMap<>();

    /** An equal string. */
    String of(String text) {
        if (copies.size() >= MOST) {
            copies.clear();
        }
        String earlier = copies.putIfAbsent(text, text);
        return earlier == null ? text : earlier;
    }

    VisitorFacts of(VisitorFacts facts) {
        return new VisitorFacts(
                of(facts.language()),
                of(facts.timeZone()),
                facts.screenWidth(),
                facts.screenHeight(),
                of(facts.userAgent()),
                facts.address(),
                of(facts.hints()));
    }

    private Hints of(Hints hints) {
        return hints.equals(Hints.NONE)
                ? Hints.NONE
                : new Hints(of(hints.platform()), of(hints.platformVersion()), of(hints.model()));
    }

    Page of(Page page) {
        return new Page(of(page.url()), of(page.title()), of(page.referrer()));
    }
}
