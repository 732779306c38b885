package chat.beseda.clients;

import org.jspecify.annotations.Nullable;

/** A client as a site introduces him, judged: what is signed is true, what is not is said. */
record Introduction(
        Client client,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone) {

    /** Whether name and addresses may replace what operators wrote down. */
    boolean outranksOperators() {
        return client.proof() == Proof.SIGNED;
    }
}
