package chat.beseda.geo;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that is known about places: the city database, if there is one, and the names of places. The database may come
 * while the server runs: {@link #look} finds it. Thread-safe.
 */
public final class Atlas implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Atlas.class);

    private final Path path;
    private final Regions regions = Regions.load();
    private final PlaceNames names = PlaceNames.load(regions);
    private final PhonePlaces phones = new PhonePlaces(regions, this::gazetteer);
    private final ZonePlaces zones = new ZonePlaces(regions);
    private volatile CityDatabase cities = CityDatabase.none(regions);
    private volatile @Nullable Gazetteer gazetteer;

    /** @param path a file of the MaxMind DB format, or a folder of them; need not be there yet */
    public Atlas(Path path) {
        this.path = path;
    }

    /** Opens the database if it has come. One that cannot be read is as good as none, and is tried again. */
    public synchronized void look() {
        if (cities.isPresent() || !Files.exists(path)) {
            return;
        }
        try {
            cities = CityDatabase.open(path, regions);
            if (cities.isPresent()) {
                log.atInfo().addKeyValue("path", path).log("places.opened");
            }
        } catch (IOException unreadable) {
            log.atWarn().addKeyValue("path", path).setCause(unreadable).log("places.unreadable");
        }
    }

    /** False while cities cannot be told. */
    public boolean knowsCities() {
        return cities.isPresent();
    }

    /** Where the database is looked for. */
    public Path path() {
        return path;
    }

    public PlaceNames names() {
        return names;
    }

    /** The cities of the program itself, read when the first is asked for: a start need not wait for them. */
    public Gazetteer gazetteer() {
        Gazetteer known = gazetteer;
        return known == null ? read() : known;
    }

    private synchronized Gazetteer read() {
        Gazetteer known = gazetteer;
        if (known == null) {
            known = Gazetteer.load(regions);
            gazetteer = known;
        }
        return known;
    }

    /** The place of a telephone that does not move about. */
    public Optional<Place> ofPhone(String number) {
        return phones.of(number);
    }

    /** The time zone of a telephone that does not move about, where its region has one. */
    public Optional<ZoneId> zoneOfPhone(String number) {
        return phones.of(number).flatMap(regions::zone);
    }

    /**
     * Where somebody is.
     *
     * @param address as the server saw it, without a name to look up
     * @param zone of the browser, unchecked
     * @param said what people and devices say of it
     */
    public Whereabouts where(String address, String zone, Map<PlaceSource, Place> said, Instant now) {
        var words = new EnumMap<PlaceSource, Place>(PlaceSource.class);
        words.putAll(said);
        zones.of(zone).ifPresent(place -> words.put(PlaceSource.ZONE, place));
        ofAddress(address).ifPresent(place -> words.put(PlaceSource.ADDRESS, place));
        return Whereabouts.of(words, zone(zone), regions, now);
    }

    private Optional<Place> ofAddress(String address) {
        try {
            return cities.find(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** What a browser calls its zone, if it is one. */
    public static @Nullable ZoneId zone(String name) {
        try {
            return name.isEmpty() ? null : ZoneId.of(name);
        } catch (DateTimeException hostile) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        cities.close();
    }
}
