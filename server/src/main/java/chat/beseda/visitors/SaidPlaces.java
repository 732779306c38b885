package chat.beseda.visitors;

import chat.beseda.geo.Place;
import chat.beseda.geo.PlaceSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Places said of a visitor, as they are kept in one field of the store. */
final class SaidPlaces {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Place>> PLACES = new TypeReference<>() {};

    private SaidPlaces() {}

    static @Nullable String written(Map<PlaceSource, Place> said) {
        if (said.isEmpty()) {
            return null;
        }
        var words = new TreeMap<String, Place>();
        said.forEach((source, place) -> words.put(source.name().toLowerCase(Locale.ROOT), place));
        return JSON.writeValueAsString(words);
    }

    /** What a newer program wrote, and this one doesn't know, is left out. */
    static Map<PlaceSource, Place> read(@Nullable String written) {
        if (written == null) {
            return Map.of();
        }
        var said = new EnumMap<PlaceSource, Place>(PlaceSource.class);
        try {
            Map<String, Place> words = JSON.readValue(written, PLACES);
            for (PlaceSource source : PlaceSource.values()) {
                Place place = words.get(source.name().toLowerCase(Locale.ROOT));
                if (place != null) {
                    said.put(source, place);
                }
            }
        } catch (JacksonException unreadable) {
            return Map.of();
        }
        return Map.copyOf(said);
    }
}
