package chat.beseda.geo;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the city of an IP address in files of the MaxMind DB format, mapped into memory. Understands the flat records of
 * DB-IP's packages and the nested ones of GeoLite2. A city by address is a hint, never the truth: two good databases agree on
 * 57 % of Russian addresses. Thread-safe.
 */
public final class CityDatabase implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(CityDatabase.class);
    private static final Pattern DISTRICT = Pattern.compile("\\s*\\(.*\\)$");

    private final List<Reader> files;
    private final Regions regions;

    private CityDatabase(List<Reader> files, Regions regions) {
        this.files = List.copyOf(files);
        this.regions = regions;
    }

    /** One that knows no place. */
    public static CityDatabase none(Regions regions) {
        return new CityDatabase(List.of(), regions);
    }

    /**
     * Opens a file, or every {@code .mmdb} of a folder.
     *
     * @throws IOException when one of them is no such database
     */
    public static CityDatabase open(Path path, Regions regions) throws IOException {
        var opened = new ArrayList<Reader>();
        try {
            for (Path file : filesOf(path)) {
                opened.add(new Reader(file.toFile(), Reader.FileMode.MEMORY_MAPPED, new CHMCache()));
            }
        } catch (IOException broken) {
            closeAll(opened);
            throw broken;
        }
        return new CityDatabase(opened, regions);
    }

    public boolean isPresent() {
        return !files.isEmpty();
    }

    /** Nothing for a private address, and for one nobody knows. */
    public Optional<Place> find(InetAddress address) {
        for (Reader file : files) {
            try {
                Map<?, ?> found = file.get(address, Map.class);
                if (found != null) {
                    return place(found);
                }
            } catch (IOException | IllegalArgumentException unreadable) {
                log.atDebug().setCause(unreadable).log("geo.lookup.failed");
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        for (Reader file : files) {
            file.close();
        }
    }

    private Optional<Place> place(Map<?, ?> found) {
        String country = text(found.get("country_code"), nested(found, "country", "iso_code"));
        if (country == null) {
            return Optional.empty();
        }
        String state = text(found.get("state1"), firstSubdivision(found));
        String region = state == null ? null : regions.code(country, state).orElse(state);
        String city = text(found.get("city"), englishName(found.get("city")));
        return Optional.of(new Place(
                country, region, city == null ? null : DISTRICT.matcher(city).replaceFirst("")));
    }

    private static @Nullable String firstSubdivision(Map<?, ?> found) {
        return found.get("subdivisions") instanceof List<?> all && !all.isEmpty() ? englishName(all.getFirst()) : null;
    }

    private static @Nullable String englishName(@Nullable Object thing) {
        return thing instanceof Map<?, ?> map ? nested(map, "names", "en") : null;
    }

    private static @Nullable String nested(Map<?, ?> map, String outer, String inner) {
        return map.get(outer) instanceof Map<?, ?> found ? text(found.get(inner), null) : null;
    }

    private static @Nullable String text(@Nullable Object first, @Nullable String otherwise) {
        return first instanceof String text && !text.isEmpty() ? text : otherwise;
    }

    private static List<Path> filesOf(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var all = Files.list(path)) {
            return all.filter(file -> file.toString().endsWith(".mmdb"))
                    .sorted()
                    .toList();
        }
    }

    private static void closeAll(List<Reader> readers) {
        for (Reader reader : readers) {
            try {
                reader.close();
            } catch (IOException alsoBroken) {
                log.atDebug().setCause(alsoBroken).log("geo.close.failed");
            }
        }
    }
}
