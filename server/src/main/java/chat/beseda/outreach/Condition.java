package chat.beseda.outreach;

import chat.beseda.devices.Device;
import chat.beseda.showing.Languages;
import chat.beseda.showing.PlacePattern;
import chat.beseda.showing.Schedule;
import chat.beseda.sites.PagePattern;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that has to be so before a rule speaks. Pure: asked about a {@link Situation} it says since when, or from when on,
 * it will be so if nothing else happens.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(Condition.OnPage.class),
    @JsonSubTypes.Type(Condition.OnSite.class),
    @JsonSubTypes.Type(Condition.OfPage.class),
    @JsonSubTypes.Type(Condition.OfPlace.class),
    @JsonSubTypes.Type(Condition.Returning.class),
    @JsonSubTypes.Type(Condition.Visits.class),
    @JsonSubTypes.Type(Condition.Source.class),
    @JsonSubTypes.Type(Condition.Language.class),
    @JsonSubTypes.Type(Condition.OfDevice.class),
    @JsonSubTypes.Type(Condition.Hours.class),
    @JsonSubTypes.Type(Condition.Value.class),
    @JsonSubTypes.Type(Condition.Idle.class)
})
public sealed interface Condition {
    /** Does not come by waiting. */
    long NEVER = Long.MAX_VALUE;

    /** The earliest time, not before now, at which it is so if nothing but time moves; {@link #NEVER} for none. */
    long from(Situation seen, long now);

    private static long given(boolean so, long now) {
        return so ? now : NEVER;
    }

    /** Seconds on the page that is open. */
    @JsonTypeName("onPage")
    record OnPage(int seconds) implements Condition {
        @Override
        public long from(Situation seen, long now) {
            return Math.max(now, seen.pageSince() + seconds * 1_000L);
        }
    }

    /** Seconds on the site. */
    @JsonTypeName("onSite")
    record OnSite(int seconds) implements Condition {
        @Override
        public long from(Situation seen, long now) {
            return Math.max(now, seen.siteSince() + seconds * 1_000L);
        }
    }

    /**
     * On one of some pages.
     *
     * @param not on none of these pages
     */
    @JsonTypeName("page")
    record OfPage(List<PagePattern> patterns, boolean not) implements Condition {
        public OfPage {
            patterns = List.copyOf(patterns);
        }

        @Override
        public long from(Situation seen, long now) {
            return given(PagePattern.first(patterns, seen.page()).isPresent() != not, now);
        }
    }

    /** An unknown place is neither in nor outside. */
    @JsonTypeName("place")
    record OfPlace(List<PlacePattern> places, boolean not) implements Condition {
        public OfPlace {
            places = List.copyOf(places);
        }

        @Override
        public long from(Situation seen, long now) {
            boolean known = seen.place() != null;
            boolean in = seen.geography().first(places, seen.place()).isPresent();
            return given(known && in != not, now);
        }
    }

    /** Has been here before, or has not. */
    @JsonTypeName("returning")
    record Returning(boolean returning) implements Condition {
        @Override
        public long from(Situation seen, long now) {
            return given(seen.visits() > 1 == returning, now);
        }
    }

    /**
     * How often he came.
     *
     * @param most null: without end
     */
    @JsonTypeName("visits")
    record Visits(int least, @Nullable Integer most) implements Condition {
        @Override
        public long from(Situation seen, long now) {
            return given(seen.visits() >= least && (most == null || seen.visits() <= most), now);
        }
    }

    /** Where he came from: part of the referrer's host, a value of {@code utm_source}, or {@code direct}. */
    @JsonTypeName("source")
    record Source(List<String> sources) implements Condition {
        static final String DIRECT = "direct";

        public Source {
            sources = List.copyOf(sources);
        }

        @Override
        public long from(Situation seen, long now) {
            return given(
                    sources.stream()
                            .map(text -> text.strip().toLowerCase(Locale.ROOT))
                            .anyMatch(wanted -> isFrom(seen.source(), wanted)),
                    now);
        }

        private static boolean isFrom(chat.beseda.visits.Source source, String wanted) {
            return wanted.equals(DIRECT)
                    ? source.site().isEmpty()
                    : source.host().contains(wanted) || source.mark().equalsIgnoreCase(wanted);
        }
    }

    /** Language tags; {@code pt} is also {@code pt-BR}. */
    @JsonTypeName("language")
    record Language(List<String> languages) implements Condition {
        public Language {
            languages = List.copyOf(languages);
        }

        @Override
        public long from(Situation seen, long now) {
            return given(Languages.speak(languages, seen.language()), now);
        }
    }

    @JsonTypeName("device")
    record OfDevice(List<Device.Kind> devices) implements Condition {
        public OfDevice {
            devices = List.copyOf(devices);
        }

        @Override
        public long from(Situation seen, long now) {
            return given(devices.contains(seen.device()), now);
        }
    }

    /** Of the site's time zone. */
    @JsonTypeName("hours")
    record Hours(Schedule schedule) implements Condition {
        @Override
        public long from(Situation seen, long now) {
            return schedule.nextOpen(now, seen.zone());
        }
    }

    /** Something the site's own script told: {@code Beseda("set", {cart: 1200})}. */
    @JsonTypeName("value")
    record Value(String name, Test test, String text) implements Condition {
        /** How it is compared. */
        public enum Test {
            @JsonProperty("known")
            KNOWN,
            @JsonProperty("is")
            IS,
            @JsonProperty("contains")
            CONTAINS,
            @JsonProperty("least")
            LEAST
        }

        @Override
        public long from(Situation seen, long now) {
            String value = seen.values().get(name);
            return given(value != null && passes(value), now);
        }

        private boolean passes(String value) {
            return switch (test) {
                case KNOWN -> !value.isEmpty();
                case IS -> value.equalsIgnoreCase(text.strip());
                case CONTAINS ->
                    value.toLowerCase(Locale.ROOT).contains(text.strip().toLowerCase(Locale.ROOT));
                case LEAST -> Figure.number(value) >= Figure.number(text);
            };
        }
    }

    /** Seconds without a key, a click, a scroll or a move of the mouse. */
    @JsonTypeName("idle")
    record Idle(int seconds) implements Condition {
        @Override
        public long from(Situation seen, long now) {
            Long since = seen.idleSince();
            return since == null ? NEVER : Math.max(now, since + seconds * 1_000L);
        }
    }
}
