package chat.beseda.visitors;

import chat.beseda.devices.Hints;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor's browser says of itself when it connects: hostile text, cut.
 *
 * @param language BCP 47 tag as the browser names it, at most {@value #MAX_WORD} characters
 * @param timeZone IANA name as the browser names it, unchecked
 * @param screenWidth in CSS pixels
 * @param address the IP address the line comes from, as the server saw it
 * @param hints what the browser tells besides its User-Agent
 */
public record VisitorFacts(
        String language,
        String timeZone,
        @Nullable Integer screenWidth,
        @Nullable Integer screenHeight,
        String userAgent,
        String address,
        Hints hints) {
    static final int MAX_WORD = 64;
    static final int MAX_USER_AGENT = 512;

    public VisitorFacts {
        language = HostileText.tidy(language, MAX_WORD);
        timeZone = HostileText.tidy(timeZone, MAX_WORD);
        userAgent = HostileText.tidy(userAgent, MAX_USER_AGENT);
        address = HostileText.tidy(address, MAX_WORD);
    }

    /** Of a browser that tells nothing besides its User-Agent. */
    public VisitorFacts(
            String language,
            String timeZone,
            @Nullable Integer screenWidth,
            @Nullable Integer screenHeight,
            String userAgent,
            String address) {
        this(language, timeZone, screenWidth, screenHeight, userAgent, address, Hints.NONE);
    }

    /** A panel tells no hints and a loader only the offset of its zone; the other one of the same browser tells the rest. */
    VisitorFacts completedBy(VisitorFacts before) {
        if (!userAgent.equals(before.userAgent)) {
            return this;
        }
        boolean namedBefore = isOffset(timeZone) && !isOffset(before.timeZone);
        return new VisitorFacts(
                language,
                namedBefore ? before.timeZone : timeZone,
                screenWidth,
                screenHeight,
                userAgent,
                address,
                hints.equals(Hints.NONE) ? before.hints : hints);
    }

    private static boolean isOffset(String timeZone) {
        return timeZone.isEmpty() || timeZone.startsWith("+") || timeZone.startsWith("-");
    }
}
