package chat.beseda.devices;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ua_parser.Client;
import ua_parser.Parser;

/**
 * Names browsers and systems by what they say of themselves. Reading one takes a millisecond or two and the rules some
 * megabytes, so the rules are loaded at the first question and the newest answers are kept. Thread-safe.
 */
public final class Devices {
    private static final int KEPT = 2_000;
    private static final String NOBODY = "Other";
    /** The first version that Windows 11 tells of itself; everything before is 10. */
    private static final int WINDOWS_11 = 13;

    /** Words of programs that read pages by themselves; Cubot is a phone. */
    private static final Pattern PROGRAM = Pattern.compile(
            "(?i)(?<!cu)bot\\b|crawl|spider|slurp|mediapartners|facebookexternalhit|lighthouse|pagespeed|"
                    + "preview|pingdom|uptime|monitor|curl/|wget/|python-|go-http-client|okhttp|scrapy|phantomjs");

    private static final Pattern TABLETS = Pattern.compile("iPad|Tablet|Silk/|PlayBook");
    private static final Pattern PHONES = Pattern.compile("Mobi|iPhone|iPod|Opera Mini");

    /** Where an application shows pages in a window of its own; the rest of the name stands in the browser's own words. */
    private static final List<App> APPS = List.of(
            new App("VKAndroidApp|VKiOSApp|\\bVKApp\\b|com\\.vk\\.", "VK"),
            new App("\\bTelegram", "Telegram"),
            new App("\\bInstagram\\b", "Instagram"),
            new App("\\bFBAN|\\bFBAV", "Facebook"),
            new App("\\bWhatsApp\\b", "WhatsApp"),
            new App("\\bViber\\b", "Viber"),
            new App("OdklAndroidApp|\\bOKApp\\b|odnoklassniki", "Odnoklassniki"));

    /** The parser's names that people know by others. */
    private static final Map<String, String> KNOWN_AS = Map.ofEntries(
            Map.entry("Yandex Browser", "Yandex"),
            Map.entry("Chrome Mobile", "Chrome"),
            Map.entry("Chrome Mobile iOS", "Chrome"),
            Map.entry("Chrome Mobile WebView", "Android WebView"),
            Map.entry("Firefox Mobile", "Firefox"),
            Map.entry("Firefox iOS", "Firefox"),
            Map.entry("Mobile Safari", "Safari"),
            Map.entry("Mobile Safari UI/WKWebView", "Safari WebView"),
            Map.entry("Opera Mobile", "Opera"),
            Map.entry("Edge Mobile", "Edge"),
            Map.entry("HeadlessChrome", "Chrome"));

    private final Map<Said, Device> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Said, Device> eldest) {
            return size() > KEPT;
        }
    };
    private @Nullable Parser parser;

    private record Said(String userAgent, Hints hints) {}

    private record App(Pattern pattern, String name) {
        App(String pattern, String name) {
            this(Pattern.compile(pattern), name);
        }
    }

    /** True for a program that reads pages by itself: nobody sits there. Cheap: no rules are loaded. */
    public static boolean isProgram(String userAgent) {
        return PROGRAM.matcher(userAgent).find();
    }

    public synchronized Device of(String userAgent, Hints hints) {
        var said = new Said(userAgent, hints);
        Device known = kept.get(said);
        if (known == null) {
            known = userAgent.isBlank() ? Device.UNKNOWN : parsed(userAgent, hints);
            kept.put(said, known);
        }
        return known;
    }

    private Device parsed(String userAgent, Hints hints) {
        Parser rules = parser;
        if (rules == null) {
            rules = new Parser();
            parser = rules;
        }
        Client client = rules.parse(userAgent);
        return new Device(
                browser(userAgent, client.userAgent.family, client.userAgent.major),
                system(client.os.family, client.os.major, hints),
                kind(userAgent));
    }

    private static @Nullable String browser(String userAgent, @Nullable String family, @Nullable String major) {
        for (App app : APPS) {
            if (app.pattern.matcher(userAgent).find()) {
                return app.name;
            }
        }
        return words(family == null ? null : KNOWN_AS.getOrDefault(family, family), major);
    }

    /** The User-Agent of a Chromium is frozen: Windows says 10 and macOS 10.15 whatever they are. */
    private static @Nullable String system(@Nullable String family, @Nullable String major, Hints hints) {
        if (hints.platform().equals("Windows") && hints.major() > 0) {
            return hints.major() >= WINDOWS_11 ? "Windows 11" : "Windows 10";
        }
        if ((hints.platform().equals("macOS") || hints.platform().equals("Android")) && hints.major() > 0) {
            return hints.platform() + " " + hints.major();
        }
        if ("Mac OS X".equals(family)) {
            return "macOS";
        }
        return words(family, major);
    }

    /** The shape of it. Cheap: no rules are loaded. */
    public static Device.Kind kind(String userAgent) {
        if (TABLETS.matcher(userAgent).find() || (userAgent.contains("Android") && !userAgent.contains("Mobile"))) {
            return Device.Kind.TABLET;
        }
        return PHONES.matcher(userAgent).find() ? Device.Kind.PHONE : Device.Kind.DESKTOP;
    }

    private static @Nullable String words(@Nullable String family, @Nullable String major) {
        if (family == null || family.equals(NOBODY)) {
            return null;
        }
        return major == null ? family : family + " " + major;
    }
}
