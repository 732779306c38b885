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
              demo           -> requestkinds, hours, answers, knowledge, tags, formatting, crowd, dialogues, devices, outreach, conversations, events, people, operators, photos, visitors, sites, audit, storage, cluster, time
              crowd          -> requests, requestkinds, clients, hours, storage, audit, dialogues, conversations, events, people, operators, visitors, sites, cluster, time
              dialogues      ->
            doors
              pages          -> web, sites
              help           -> knowledge, formatting, web, security, sites, time
              requestpages   -> requests, requestkinds, bans, forms, web, security, sites, visitors, time
              threads        -> letters, unseen, bans, formatting, conversations, events, visitors, sites, security, web, time
              widget         -> guests, bans, clients, files, formatting, ratings, transcripts, delivery, frames, lines, web, devices, geo, security, sites, operators, visitors, conversations, events, routing, requests, outreach, showing, cluster, time
              console        -> unseen, tags, mentions, search, answers, bans, clients, files, ratings, delivery, frames, lines, lookout, rest, visits, web, devices, geo, security, sites, settings, forms, operators, shifts, visitors, conversations, events, formatting, routing, requests, outreach, archive, reports, cluster, time, requestkinds
              services       -> letters, unseen, mail, mailbox, translation, rest, web, forms, operators
              administration -> hours, translation, visits, tags, answers, devices, files, knowledge, formatting, rest, web, security, geo, forms, audit, settings, sites, photos, operators, people, visitors, clients, conversations, routing, outreach, showing, time
              inbox          -> requests, requestkinds, rest, forms, operators, visitors, sites
              supervision    -> letters, mail, sheets, reports, schedules, worktime, archive, shifts, tags, rest, web, geo, forms, audit, settings, sites, operators, visitors, conversations, time
              channels       -> sites, visitors, conversations, requests, time
            between
              guests         -> requests, requestkinds, forms, push, bans, security, sites, visitors, web, time
              rest           -> web, security, operators, sites, audit, files, forms
              delivery       -> tags, frames, lines, web, sites, operators, visitors, conversations, events, files, formatting, storage, cluster, time
              frames         -> web, files, formatting
              correspondence -> unseen, incoming, mail, mailbox, bans, conversations, events, files, formatting, visitors, sites
              letters        -> mail, transcripts, unseen, schedules, web, formatting, files, conversations, events, operators, sites, storage, time
              lookout        -> visits, audit, storage, operators, visitors, conversations, events, sites, geo, devices, cluster, time
            domain
              answers        -> files, formatting, operators, sites, audit, forms, storage, cluster
              bans           -> visitors, operators, sites, audit, forms, storage, cluster, time
              knowledge      -> words, formatting, operators, sites, audit, forms, storage, cluster
              clients        -> visitors, sites, audit, forms, security, storage, cluster
              search         -> conversations, events
              push           -> conversations, events, operators, visitors, sites, storage, cluster, time
              ratings        -> conversations, visitors, storage, cluster
              unseen         -> mail, bans, conversations, events, visitors, sites, audit, forms, security, storage, time
              transcripts    -> mail, conversations, visitors, storage
              visits         -> audit, forms, visitors, operators, sites, storage, cluster, time
              reports        -> settings, worktime, operators, sites, storage, time
              schedules      -> mail, visitors, operators, sites, audit, forms, storage, time
              worktime       -> shifts, operators, audit, forms, storage, time
              archive        -> hours, settings, shifts, audit, conversations, events, files, ratings, tags, visits, visitors, words, geo, forms, operators, sites, storage, cluster, time
              outreach       -> showing, conversations, events, visits, visitors, operators, sites, audit, forms, geo, devices, storage, cluster, time
              showing        -> visitors, sites, geo
              requests       -> conversations, events, requestkinds, hours, clients, visitors, operators, sites, forms, geo, security, storage, cluster, time
              requestkinds   -> operators, sites, audit, forms, storage
              routing        -> conversations, events, visitors, people, operators, sites, audit, forms, storage, cluster, time
              conversations  -> tags, mentions, events, files, formatting, visitors, operators, sites, security, storage, cluster, time
              mentions       -> events, operators, storage, cluster
              events         -> tags, files, formatting, operators, visitors, sites
              visitors       -> sites, audit, forms, devices, geo, security, storage, cluster, time
              people         -> shifts, operators, photos, sites, settings, audit, forms, security, storage, cluster, time
              shifts         -> operators, settings, storage, cluster, time
              operators      -> photos, sites, settings, audit, forms, security, storage, cluster, time
              files          -> photos, forms, security, storage, time
              photos         -> forms
              tags           -> audit, forms, storage, cluster
              sites          -> audit, forms, storage
              hours          -> sites, audit, forms, storage
              settings       -> audit, forms, storage
              audit          -> storage
              formatting     ->
              forms          ->
            mechanisms
              mailbox        -> incoming, mail, audit, forms, security, storage, time
              incoming       -> mail
              mail           -> audit, forms, security, storage, time
              translation    -> audit, forms, security, storage, time
              lines          -> web, security, time
              web            -> security, time
              security       -> time
              storage        ->
              cluster        ->
              geo            ->
              words          ->
              sheets         ->
              devices        ->
              time           ->
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
