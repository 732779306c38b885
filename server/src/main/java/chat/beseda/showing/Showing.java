package chat.beseda.showing;

import chat.beseda.geo.Place;
import chat.beseda.sites.PagePattern;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a site's button is shown. What is excluded stays excluded, whatever includes it too; an empty list asks for
 * nothing.
 *
 * @param pages pages that carry it; none: every page
 * @param notPages pages that never do
 * @param places where visitors see it; none: everywhere
 * @param unknownPlace whether somebody whose place nobody knows sees it where {@code places} asks for one
 * @param schedule null: at every hour
 * @param languages none: every language
 * @param nobody what is shown while no operator is on line
 * @param addressAfter seconds without an answer after which the window offers to leave an address; 0: never
 */
public record Showing(
        List<PagePattern> pages,
        List<PagePattern> notPages,
        List<PlacePattern> places,
        List<PlacePattern> notPlaces,
        boolean unknownPlace,
        @Nullable Schedule schedule,
        List<String> languages,
        Nobody nobody,
        int addressAfter) {

    public static final int STANDARD_ADDRESS_AFTER = 60;

    /** What a visitor finds while no operator is on line. */
    public enum Nobody {
        /** The window: his question waits for whoever comes. */
        @JsonProperty("queue")
        QUEUE,
        /** The window asks for a name, an address and his question first; then it waits. */
        @JsonProperty("form")
        FORM,
        /** No button, but for who is in a conversation. */
        @JsonProperty("hide")
        HIDE
    }

    /** Somebody on a page. */
    public record Asked(String page, @Nullable Place place, long now, ZoneId zone, String language, boolean online) {}

    /**
     * The decision and what it comes from.
     *
     * @param rule {@code everywhere}, {@code form}, {@code page}, {@code notPage}, {@code place}, {@code notPlace}, {@code unknownPlace}, {@code
     *     schedule}, {@code language} or {@code nobody}
     * @param detail the pattern or place that decided, or the empty text
     */
    public record Verdict(boolean show, String rule, String detail) {
        private static final String NOBODY = "nobody";

        /** Not shown, and only because no operator is on line. */
        @JsonIgnore
        public boolean isForNobody() {
            return rule.equals(NOBODY);
        }
    }

    public Showing {
        pages = List.copyOf(pages);
        notPages = List.copyOf(notPages);
        places = List.copyOf(places);
        notPlaces = List.copyOf(notPlaces);
        languages = List.copyOf(languages);
    }

    /** Everywhere, always. */
    public static Showing standard() {
        return new Showing(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                true,
                null,
                List.of(),
                Nobody.QUEUE,
                STANDARD_ADDRESS_AFTER);
    }

    /** True when another page, place or hour could decide otherwise: a button drawn before the answer might be wrong. */
    public boolean depends() {
        return nobody == Nobody.HIDE
                || schedule != null
                || Stream.of(pages, notPages, places, notPlaces, languages).anyMatch(list -> !list.isEmpty());
    }

    public Verdict verdict(Asked asked, Geography geography) {
        return byPage(asked)
                .or(() -> byPlace(asked, geography))
                .or(() -> byTime(asked))
                .orElseGet(() -> shown(asked, geography));
    }

    private Optional<Verdict> byPage(Asked asked) {
        Optional<PagePattern> excluded = PagePattern.first(notPages, asked.page());
        if (excluded.isPresent()) {
            return no("notPage", excluded.get().text());
        }
        return pages.isEmpty() || PagePattern.first(pages, asked.page()).isPresent()
                ? Optional.empty()
                : no("page", "");
    }

    private Optional<Verdict> byPlace(Asked asked, Geography geography) {
        Optional<PlacePattern> excluded = geography.first(notPlaces, asked.place());
        if (excluded.isPresent()) {
            return no("notPlace", excluded.get().text());
        }
        if (places.isEmpty()) {
            return Optional.empty();
        }
        if (asked.place() == null) {
            return unknownPlace ? Optional.empty() : no("unknownPlace", "");
        }
        return geography.first(places, asked.place()).isPresent() ? Optional.empty() : no("place", "");
    }

    private Optional<Verdict> byTime(Asked asked) {
        if (schedule != null && !schedule.isOpen(asked.now(), asked.zone())) {
            return no("schedule", "");
        }
        if (!languages.isEmpty() && !Languages.speak(languages, asked.language())) {
            return no("language", asked.language());
        }
        return nobody == Nobody.HIDE && !asked.online() ? no(Verdict.NOBODY, "") : Optional.empty();
    }

    private Verdict shown(Asked asked, Geography geography) {
        if (nobody == Nobody.FORM && !asked.online()) {
            return new Verdict(true, "form", "");
        }
        Optional<PagePattern> page = PagePattern.first(pages, asked.page());
        Optional<PlacePattern> place = geography.first(places, asked.place());
        if (page.isPresent()) {
            return new Verdict(true, "page", page.get().text());
        }
        return place.map(found -> new Verdict(true, "place", found.text()))
                .orElseGet(() -> new Verdict(true, "everywhere", ""));
    }

    private static Optional<Verdict> no(String rule, String detail) {
        return Optional.of(new Verdict(false, rule, detail));
    }
}
