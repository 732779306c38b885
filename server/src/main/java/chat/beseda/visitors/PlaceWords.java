package chat.beseda.visitors;

import chat.beseda.cluster.Bus;
import chat.beseda.geo.Atlas;
import chat.beseda.geo.Place;
import chat.beseda.geo.PlaceNames;
import chat.beseda.geo.PlaceSource;
import chat.beseda.storage.StorageException;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said of where visitors are, by themselves, their sites, their devices and their telephone numbers. Kept in the store,
 * and in {@link VisitorPresence} of those on line. Thread-safe.
 */
public final class PlaceWords {
    /** Code points of a city's, a region's or a country's name. */
    public static final int LONGEST = 100;

    private static final double NEAR_KM = 60;
    private static final int MOST_FOUND = 6;
    private static final Logger log = LoggerFactory.getLogger(PlaceWords.class);

    private final Visitors visitors;
    private final VisitorPresence presence;
    private final Atlas atlas;
    private final InstantSource clock;

    public PlaceWords(Visitors visitors, VisitorPresence presence, Atlas atlas, InstantSource clock) {
        this.visitors = visitors;
        this.presence = presence;
        this.atlas = atlas;
        this.clock = clock;
    }

    /** Begins to hear news. Called once. */
    public void listen(Bus bus) {
        bus.subscribe(VisitorChanged.class, news -> reread(news.visitor()));
    }

    /** Of a visitor, as the store has him. */
    public Map<PlaceSource, Place> of(Visitor visitor) {
        String phone = visitor.phone();
        if (phone == null) {
            return visitor.said();
        }
        var said = new EnumMap<PlaceSource, Place>(PlaceSource.class);
        said.putAll(visitor.said());
        atlas.ofPhone(phone).ifPresent(place -> said.put(PlaceSource.PHONE, place));
        return Map.copyOf(said);
    }

    /** A visitor is on line from now on. */
    public void arrived(Visitor visitor) {
        presence.said(visitor.id(), of(visitor));
    }

    /**
     * The site's word. It is said again on every page, so only another one is written.
     *
     * @param city hostile text; blank takes the word back
     */
    public void bySite(VisitorId visitor, String city, @Nullable String region, @Nullable String country) {
        String name = HostileText.tidy(city, LONGEST);
        Place place = name.isEmpty() ? null : atlas.gazetteer().named(name, tidy(region), tidy(country));
        Place known = presence.of(visitor)
                .map(present -> present.said().get(PlaceSource.SITE))
                .orElse(null);
        if (place == null ? known != null : !place.equals(known)) {
            keep(visitor, PlaceSource.SITE, place);
        }
    }

    /**
     * The visitor's own word.
     *
     * @param city hostile text; blank takes the word back
     * @return what it means; nothing when it was taken back
     */
    public Optional<Place> byVisitor(VisitorId visitor, String city, @Nullable String region) {
        String name = HostileText.tidy(city, LONGEST);
        Optional<Place> place = name.isEmpty()
                ? Optional.empty()
                : Optional.of(atlas.gazetteer().named(name, tidy(region), null));
        keep(visitor, PlaceSource.VISITOR, place.orElse(null));
        return place;
    }

    /**
     * Where his device is. The coordinates are not kept.
     *
     * @return the city; nothing, and nothing is changed, when none of ours is near or these are no coordinates
     */
    public Optional<Place> byDevice(VisitorId visitor, double latitude, double longitude) {
        Optional<Place> place = atlas.gazetteer().nearest(latitude, longitude, NEAR_KM);
        place.ifPresent(city -> keep(visitor, PlaceSource.DEVICE, city));
        return place;
    }

    /** Where we take somebody on line to be, and whether he, his device or his site has told. */
    public record Guess(@Nullable String city, String region, boolean told) {
        static final Guess NOTHING = new Guess(null, "", false);

        Guess(@Nullable Place place, boolean told, PlaceNames names, String language) {
            this(
                    place == null ? null : names.city(place, language).orElse(null),
                    place == null ? "" : Objects.requireNonNullElse(names.region(place, language), ""),
                    told);
        }
    }

    /** In a language of ours. From memory. */
    public Guess guess(VisitorId visitor, String language) {
        return presence.of(visitor)
                .map(present -> new Guess(place(present), isTold(present), atlas.names(), language))
                .orElse(Guess.NOTHING);
    }

    private @Nullable Place place(PresentVisitor present) {
        VisitorFacts facts = present.facts();
        return atlas.where(facts.address(), facts.timeZone(), present.said(), clock.instant())
                .place();
    }

    private static boolean isTold(PresentVisitor present) {
        return present.said().keySet().stream().anyMatch(source -> source.compareTo(PlaceSource.SITE) >= 0);
    }

    /** What a place is called. */
    public PlaceNames names() {
        return atlas.names();
    }

    /** Cities whose names begin so. */
    public List<Place> beginning(String prefix) {
        return atlas.gazetteer().beginning(HostileText.tidy(prefix, LONGEST), MOST_FOUND);
    }

    /** Known here at once; the other nodes hear of it. */
    private void keep(VisitorId visitor, PlaceSource source, @Nullable Place place) {
        visitors.said(visitor, source, place).ifPresent(this::arrived);
    }

    private static @Nullable String tidy(@Nullable String text) {
        return text == null ? null : HostileText.tidy(text, LONGEST);
    }

    private void reread(VisitorId id) {
        if (presence.of(id).isEmpty()) {
            return;
        }
        try {
            visitors.byId(id).ifPresent(this::arrived);
        } catch (StorageException later) {
            log.atWarn().setCause(later).log("place.words.unread");
        }
    }
}
