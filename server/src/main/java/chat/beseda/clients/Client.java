package chat.beseda.clients;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a site calls a visitor who is signed in to it.
 *
 * @param id the site's own id of the client, empty while it tells of him without one; hostile text unless signed, as are the others
 * @param fields what else the site tells, by its own names and in its order; {@value #MOST_FIELDS} at most
 */
public record Client(String id, @Nullable String company, Map<String, String> fields, Proof proof) {
    static final int MAX_ID = 200;
    static final int MAX_COMPANY = 200;
    static final int MOST_FIELDS = 30;
    static final int MAX_FIELD_NAME = 60;
    static final int MAX_FIELD = 500;

    public Client {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The site has said by which id it knows him. */
    boolean isNamed() {
        return !id.isEmpty();
    }

    /** What is said without an id is told of whoever he is by now; what was signed is not touched by it. */
    Client with(Client more) {
        if (proof != Proof.CLAIMED) {
            return this;
        }
        var all = new LinkedHashMap<>(fields);
        more.fields.forEach((name, value) -> {
            if (all.size() < MOST_FIELDS || all.containsKey(name)) {
                all.put(name, value);
            }
        });
        return new Client(id, more.company == null ? company : more.company, all, proof);
    }
}
