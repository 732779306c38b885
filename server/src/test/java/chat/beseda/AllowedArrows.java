package chat.beseda;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which package may use which; what is not listed fails the build. `app` may use everything and nobody uses it. */
final class AllowedArrows {

    private static final String TABLE = """
            show
              demo          -> crowd, dialogues, conversations, outreach, devices, operators, visitors, sites, storage, cluster, time
              crowd         -> dialogues, conversations, operators, visitors, sites, cluster, time
              dialogues     ->
            doors
              widget        -> bans, delivery, web, devices, geo, security, sites, operators, visitors, conversations, routing, requests, outreach, cluster, time
              console       -> bans, delivery, lookout, visits, web, devices, geo, security, sites, operators, visitors, conversations, routing, requests, outreach, archive, reports, cluster, time
              channels      -> sites, visitors, conversations, requests, time
            between
              delivery      -> web, sites, operators, visitors, conversations, storage, cluster, time
              lookout       -> visits, storage, operators, visitors, conversations, sites, geo, devices, cluster, time
            domain
              bans          -> visitors, operators, sites, storage, cluster, time
              visits        -> visitors, operators, sites, storage, cluster, time
              reports       -> archive, operators, sites, storage
              archive       -> conversations, operators, sites, storage, time
              outreach      -> conversations, visits, visitors, operators, sites, geo, devices, storage, cluster, time
              requests      -> visitors, operators, sites, storage, cluster, time
              routing       -> conversations, visitors, operators, sites, storage, cluster, time
              conversations -> visitors, operators, sites, security, storage, cluster, time
              visitors      -> sites, geo, devices, security, storage, cluster, time
              operators     -> sites, security, storage, cluster, time
              sites         -> storage
            mechanisms
              web           -> security, time
              security      -> time
              storage       ->
              cluster       ->
              geo           ->
              devices       ->
              time          ->
            """;

    private final Map<String, Set<String>> targets = new LinkedHashMap<>();
    private final Map<String, String> bands = new LinkedHashMap<>();

    AllowedArrows() {
        String band = "";
        for (String line : TABLE.lines().toList()) {
            if (line.startsWith(" ")) {
                String[] sides = line.split("->", -1);
                targets.put(sides[0].strip(), names(sides[1]));
                bands.put(sides[0].strip(), band);
            } else {
                band = line.strip();
            }
        }
    }

    /** True for a package of the table, and for `app`. */
    boolean knows(String name) {
        return name.equals("app") || targets.containsKey(name);
    }

    boolean allow(String from, String to) {
        return from.equals("app") || targets.getOrDefault(from, Set.of()).contains(to);
    }

    /** Package to the band it belongs to, in the order of the table. */
    Map<String, String> bands() {
        return bands;
    }

    /** The packages of one band. */
    Set<String> band(String name) {
        return bands.keySet().stream()
                .filter(member -> name.equals(bands.get(member)))
                .collect(toUnmodifiableSet());
    }

    private static Set<String> names(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(toUnmodifiableSet());
    }
}
