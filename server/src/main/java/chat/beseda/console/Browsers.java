package chat.beseda.console;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ua_parser.Client;
import ua_parser.Parser;

/**
 * Names browsers and systems by what they say of themselves. Reading one takes a millisecond or two and the rules some
 * megabytes, so the rules are loaded at the first question and the newest answers are kept. Thread-safe.
 */
final class Browsers {
    private static final int KEPT = 500;
    private static final String NOBODY = "Other";

    private final Map<String, Named> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Named> eldest) {
            return size() > KEPT;
        }
    };
    private @Nullable Parser parser;

    /** A browser and the system under it, such as "Firefox 153" and "Windows 10"; null when nobody knows. */
    record Named(@Nullable String browser, @Nullable String system) {
        static final Named UNKNOWN = new Named(null, null);
    }

    synchronized Named named(String userAgent) {
        Named known = kept.get(userAgent);
        if (known == null) {
            known = parsed(userAgent);
            kept.put(userAgent, known);
        }
        return known;
    }

    private Named parsed(String userAgent) {
        Parser rules = parser;
        if (rules == null) {
            rules = new Parser();
            parser = rules;
        }
        Client client = rules.parse(userAgent);
        return new Named(
                words(client.userAgent.family, client.userAgent.major), words(client.os.family, client.os.major));
    }

    private static @Nullable String words(@Nullable String family, @Nullable String major) {
        if (family == null || family.equals(NOBODY)) {
            return null;
        }
        return major == null ? family : family + " " + major;
    }
}
