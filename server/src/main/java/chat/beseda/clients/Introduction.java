package chat.beseda.clients;

import org.jspecify.annotations.Nullable;

/**
 * A client as a site introduces him, judged: what is signed is true, what is not is said.
 *
 * @param outranksOperators whether name and addresses may replace what operators wrote down
 */
record Introduction(
        Client client,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        boolean outranksOperators) {

    boolean saysNothing() {
        return name == null
                && email == null
                && phone == null
                && client.company() == null
                && client.fields().isEmpty();
    }

    /** What a page says without an id is said of the client it named before. */
    Introduction about(@Nullable Client before) {
        return before == null || client.isNamed()
                ? this
                : new Introduction(before.with(client), name, email, phone, false);
    }
}
