package chat.beseda.translation;

import chat.beseda.forms.FieldChecks;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a service may be. An administrator names it, and only an administrator, so that it may well be a machine of the own network: mostly
 * LibreTranslate runs beside Beseda. What must not go about the world unguarded are the words and the key: anywhere but on the own machine
 * and in the own network it has to be https.
 */
final class ServiceRules {
    private static final int ADDRESS_LENGTH = 500;
    private static final int KEY_LENGTH = 200;
    private static final Pattern OWN_NETWORK = Pattern.compile(
            "localhost|127(\\.\\d+){3}|\\[::1]|10(\\.\\d+){3}|192\\.168(\\.\\d+){2}|172\\.(1[6-9]|2\\d|3[01])(\\.\\d+){2}"
                    + "|\\[f[cd][\\da-f:]+]|[a-z\\d-]+|[a-z\\d.-]+\\.(local|internal|lan|home\\.arpa)");
    /** Where machines are told of themselves, passwords included: 169.254.169.254 of most clouds. No service is there. */
    private static final Pattern LINK_LOCAL = Pattern.compile("169\\.254(\\.\\d+){2}|\\[fe[89ab][\\da-f:]+]|\\d+|0x.*");

    private ServiceRules() {}

    /**
     * The service as it is kept.
     *
     * @param key null: the one that is kept now, which goes to no other address
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong
     */
    static TranslationService checked(String address, @Nullable String key, TranslationService now) {
        var checks = new FieldChecks();
        String said = checks.line("address", address, 0, ADDRESS_LENGTH).replaceFirst("/+$", "");
        if (said.isEmpty() && checks.isClean()) {
            return TranslationService.NONE;
        }
        if (checks.isClean() && !mayBe(said)) {
            checks.add("address", "service_address", said, Map.of());
        }
        String kept = now.address().equals(said) ? now.key() : "";
        String secret = key == null ? kept : checks.line("key", key, 0, KEY_LENGTH);
        checks.refuse();
        return new TranslationService(said, secret);
    }

    private static boolean mayBe(String address) {
        try {
            var uri = new URI(address);
            String host = uri.getHost();
            if (host == null
                    || uri.getRawUserInfo() != null
                    || uri.getRawQuery() != null
                    || uri.getRawFragment() != null) {
                return false;
            }
            String name = host.toLowerCase(Locale.ROOT);
            return !LINK_LOCAL.matcher(name).matches()
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme())
                                    && OWN_NETWORK.matcher(name).matches()));
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }
}
