package chat.beseda.clients;

import chat.beseda.security.SharedSecret;
import chat.beseda.visitors.HostileText;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a page says of its signed-in client: a JSON object with {@code token}, made and signed by the site's server, or with
 * {@code id} and, signed alone, {@code hash}; or of a visitor it has no id of, whose {@link Client} has an empty one. Pure.
 */
final class IntroductionReader {
    private static final int MAX_NAME = 200;
    private static final int MAX_EMAIL = 254;
    private static final int MAX_PHONE = 50;

    private IntroductionReader() {}

    /**
     * Judges it.
     *
     * @param settings of the site; null when it never asked for a secret, so that nothing can be signed with it
     * @throws IntroductionRefused when it is not believed
     */
    static Introduction read(Map<String, Object> said, @Nullable ClientSettings settings, Instant now) {
        Object token = said.get("token");
        Object hash = said.get("hash");
        if (settings == null) {
            if (token != null || hash != null) {
                throw new IntroductionRefused("signature", "the site has no secret yet");
            }
            return introduction(said, "id", Proof.CLAIMED);
        }
        var secret = new SharedSecret(settings.secret());
        if (token != null) {
            return introduction(claims(secret.judge(token.toString(), now)), "sub", Proof.SIGNED);
        }
        if (hash != null) {
            if (!secret.signed(id(said, "id"), hash.toString())) {
                throw new IntroductionRefused("signature", "the hash is not the HMAC of this id");
            }
            return introduction(said, "id", Proof.ID_SIGNED);
        }
        if (settings.signedOnly()) {
            throw new IntroductionRefused("unsigned", "the site's settings ask for a token or a hash");
        }
        return introduction(said, "id", Proof.CLAIMED);
    }

    private static Map<String, Object> claims(SharedSecret.Judged judged) {
        return switch (judged) {
            case SharedSecret.Judged.True(var claims) -> claims;
            case SharedSecret.Judged.Expired() ->
                throw new IntroductionRefused("expired", "the token's time is over or has not come");
            case SharedSecret.Judged.Forged() ->
                throw new IntroductionRefused("signature", "the token is not signed with the site's secret by HS256");
            case SharedSecret.Judged.Unreadable() ->
                throw new IntroductionRefused("malformed", "the token is no JSON Web Token");
        };
    }

    private static Introduction introduction(Map<String, Object> said, String idName, Proof proof) {
        boolean nameless = proof == Proof.CLAIMED && !said.containsKey(idName);
        var client = new Client(
                nameless ? "" : id(said, idName), line(said, "company", Client.MAX_COMPANY), fields(said), proof);
        var introduction = new Introduction(
                client,
                line(said, "name", MAX_NAME),
                line(said, "email", MAX_EMAIL),
                line(said, "phone", MAX_PHONE),
                proof == Proof.SIGNED);
        if (nameless && introduction.saysNothing()) {
            throw new IntroductionRefused("malformed", "neither \"token\" nor \"id\", nor anything else we know");
        }
        return introduction;
    }

    private static String id(Map<String, Object> said, String name) {
        String id = line(said, name, Client.MAX_ID);
        // Cut or cleaned, one client's id might become another's.
        if (id == null || !id.equals(String.valueOf(said.get(name)))) {
            throw new IntroductionRefused(
                    "malformed", "\"%s\" has to be 1 to %d plain characters".formatted(name, Client.MAX_ID));
        }
        return id;
    }

    private static Map<String, String> fields(Map<String, Object> said) {
        if (!(said.get("fields") instanceof Map<?, ?> given)) {
            return Map.of();
        }
        var fields = new LinkedHashMap<String, String>();
        given.forEach((name, value) -> {
            String called = HostileText.tidy(String.valueOf(name), Client.MAX_FIELD_NAME);
            String tidy = value == null ? "" : HostileText.tidy(value.toString(), Client.MAX_FIELD);
            if (!called.isEmpty() && !tidy.isEmpty() && fields.size() < Client.MOST_FIELDS) {
                fields.put(called, tidy);
            }
        });
        return fields;
    }

    private static @Nullable String line(Map<String, Object> said, String name, int most) {
        Object value = said.get(name);
        if (!(value instanceof String || value instanceof Number)) {
            return null;
        }
        String tidy = HostileText.tidy(value.toString(), most);
        return tidy.isEmpty() ? null : tidy;
    }
}
