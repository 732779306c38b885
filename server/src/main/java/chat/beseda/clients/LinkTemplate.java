package chat.beseda.clients;

import chat.beseda.visitors.Visitor;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a client's card with parameters in braces, such as {@code https://crm.example/contacts?email={email}}. What is
 * filled in is hostile text: it is percent-encoded as one piece and never part of scheme or host. Pure.
 */
public final class LinkTemplate {
    static final int MAX = 2_000;
    /** {@code field.} and a name of the site's own follow after these. */
    private static final Set<String> NAMES =
            new TreeSet<>(Set.of("id", "name", "email", "phone", "company", "visitor", "number"));

    private static final String FIELD = "field.";
    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]*)}");

    private LinkTemplate() {}

    /** What is wrong with a template. */
    sealed interface Fault {
        /** No address of the web. */
        record NoAddress() implements Fault {}

        /** A parameter before the path would lead to a host that a visitor may choose. */
        record InHost() implements Fault {}

        record Unknown(String parameter, Set<String> known) implements Fault {}
    }

    static Optional<Fault> fault(String template) {
        for (String parameter : parameters(template)) {
            if (!NAMES.contains(parameter) && !(parameter.startsWith(FIELD) && parameter.length() > FIELD.length())) {
                return Optional.of(new Fault.Unknown(parameter, NAMES));
            }
        }
        if (!isAddress(PARAMETER.matcher(template).replaceAll("x"))) {
            return Optional.of(new Fault.NoAddress());
        }
        int host = template.indexOf("://") + 3;
        int parameter = template.indexOf('{');
        boolean early = parameter >= 0
                && template.substring(host, Math.max(host, parameter)).indexOf('/') < 0;
        return early ? Optional.of(new Fault.InHost()) : Optional.empty();
    }

    private static boolean isAddress(String filled) {
        try {
            URI address = new URI(filled);
            return Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (URISyntaxException wrong) {
            return false;
        }
    }

    /** The link of this visitor; one of a parameter nobody knows leads nowhere and says why. */
    static FilledLink fill(ClientLink link, Visitor visitor, @Nullable Client client) {
        return fill(link, known(visitor, client));
    }

    static FilledLink fill(ClientLink link, Map<String, String> known) {
        List<String> missing = new ArrayList<>();
        for (String parameter : parameters(link.template())) {
            if (!known.containsKey(parameter) && !missing.contains(parameter)) {
                missing.add(parameter);
            }
        }
        String url = PARAMETER
                .matcher(link.template())
                .replaceAll(found -> Matcher.quoteReplacement(encoded(known.getOrDefault(found.group(1), ""))));
        return new FilledLink(link.title(), missing.isEmpty() ? url : null, missing);
    }

    private static Map<String, String> known(Visitor visitor, @Nullable Client client) {
        var known = new HashMap<String, String>();
        known.put("visitor", visitor.id().toString());
        known.put("number", Long.toString(visitor.number()));
        put(known, "name", visitor.name());
        put(known, "email", visitor.email());
        put(known, "phone", visitor.phone());
        if (client != null) {
            put(known, "id", client.id());
            put(known, "company", client.company());
            client.fields().forEach((name, value) -> known.put(FIELD + name, value));
        }
        return known;
    }

    private static void put(Map<String, String> known, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            known.put(name, value);
        }
    }

    private static List<String> parameters(String template) {
        return PARAMETER
                .matcher(template)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
