package chat.beseda.rest;

import chat.beseda.forms.FieldChecks;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Turns the words and ids of a request into the domain's own, noting what means nothing. */
public final class Fields {
    private final FieldChecks checks = new FieldChecks();

    /** One of an enum's words, in lower case; the first of them when it is none. */
    public <E extends Enum<E>> E word(String field, String said, Class<E> kind) {
        E[] all = kind.getEnumConstants();
        List<String> words = Arrays.stream(all).map(Fields::word).toList();
        checks.oneOf(field, said, words);
        return all[Math.max(0, words.indexOf(said))];
    }

    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    public Set<SiteId> sites(String field, List<String> said) {
        return ids(field, said, SiteId::new);
    }

    public Set<DepartmentId> departments(String field, List<String> said) {
        return ids(field, said, DepartmentId::new);
    }

    /** What an id names; null, and noted, when it is none. */
    public <T> @Nullable T id(String field, String said, LongFunction<T> make) {
        return ids(field, List.of(said), make).stream().findFirst().orElse(null);
    }

    public void add(String field, String code, String value, Map<String, String> params) {
        checks.add(field, code, value, params);
    }

    /**
     * Ends the request when anything meant nothing.
     *
     * @throws chat.beseda.forms.InvalidFields naming all of it
     */
    public void refuse() {
        checks.refuse();
    }

    private <T> Set<T> ids(String field, List<String> said, LongFunction<T> make) {
        var ids = new HashSet<T>();
        for (String text : said) {
            try {
                ids.add(make.apply(Long.parseLong(text)));
            } catch (NumberFormatException notAnId) {
                checks.add(field, "unknown", text, Map.of());
            }
        }
        return ids;
    }

    public static List<String> texts(Set<?> ids) {
        return ids.stream().map(Object::toString).sorted().toList();
    }
}
