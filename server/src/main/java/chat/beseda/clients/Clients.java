package chat.beseda.clients;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.cluster.Bus;
import chat.beseda.forms.FieldChecks;
import chat.beseda.security.RandomTokens;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorId;
import chat.beseda.visitors.Visitors;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who visitors are to the company. Settings are read from memory, clients from the store; a change returns when it is durable.
 * Thread-safe.
 */
public final class Clients {
    private static final Logger log = LoggerFactory.getLogger(Clients.class);
    private static final int TITLE = 60;

    private final Database database;
    private final Bus bus;
    private final Visitors visitors;
    private final Audit audit;
    private final InstantSource clock;
    private final SqlClientStore store = new SqlClientStore();
    private final RandomTokens tokens = new RandomTokens();
    private final Profiles profiles;
    private final Map<SiteId, ClientSettings> known = new ConcurrentHashMap<>();
    private final Questionnaires questionnaires;

    public Clients(Database database, Bus bus, Visitors visitors, Audit audit, InstantSource clock) {
        this.database = database;
        this.bus = bus;
        this.visitors = visitors;
        this.audit = audit;
        this.clock = clock;
        this.profiles = new Profiles(database, bus, visitors, audit, clock);
        this.questionnaires = new Questionnaires(database, bus, visitors, audit, clock);
        known.putAll(database.read(store::settings));
        bus.subscribe(ClientSettingsChanged.class, changed -> known.putAll(database.read(store::settings)));
    }

    /** Which visitors are one person. */
    public Profiles profiles() {
        return profiles;
    }

    /** What visitors are asked, and said of themselves. */
    public Questionnaires questionnaires() {
        return questionnaires;
    }

    /** The client a visitor was introduced as. */
    public Optional<Client> of(VisitorId visitor) {
        return database.read(handle -> store.of(handle, visitor));
    }

    /** The links beside a visitor, in the order of the settings. */
    public List<FilledLink> links(Visitor visitor, @Nullable Client client) {
        ClientSettings settings = known.get(visitor.site());
        return settings == null
                ? List.of()
                : settings.links().stream()
                        .map(link -> LinkTemplate.fill(link, visitor, client))
                        .toList();
    }

    /**
     * Hears the site's page introduce its client. What is not signed fills gaps only and never takes a proof away; another id
     * than before is another person, whatever the proof. Tells {@code VisitorChanged} when something is new.
     *
     * @param said as the page's script said it: {@code token}; or {@code id} and, optionally, {@code hash}, name and the rest;
     *     or only these, of a visitor the site has no id of
     */
    public Introduced introduce(Visitor visitor, Map<String, Object> said) {
        Introduction introduction;
        try {
            introduction = IntroductionReader.read(said, known.get(visitor.site()), clock.instant());
        } catch (IntroductionRefused refused) {
            log.atInfo()
                    .addKeyValue("site", visitor.site())
                    .addKeyValue("code", refused.code())
                    .log("client.introduction.refused");
            return new Introduced.Refused(refused.code());
        }
        Client before = of(visitor.id()).orElse(null);
        introduction = introduction.about(before);
        if (before != null
                && before.isNamed()
                && !before.id().equals(introduction.client().id())) {
            return new Introduced.Another();
        }
        if (before == null || introduction.client().proof().compareTo(before.proof()) >= 0) {
            keep(visitor, before, introduction);
        }
        return new Introduced.Known();
    }

    /** A page view of a client we know writes nothing. */
    private void keep(Visitor visitor, @Nullable Client before, Introduction introduction) {
        Client client = introduction.client();
        if (!client.equals(before)) {
            database.write(tx -> {
                store.put(tx.handle(), visitor.site(), visitor.id(), client, clock.millis());
                return client;
            });
        }
        Visitor now = visitors.byId(visitor.id()).orElse(visitor);
        boolean outranks = introduction.outranksOperators();
        String name = chosen(outranks, introduction.name(), now.name());
        String email = chosen(outranks, introduction.email(), now.email());
        String phone = chosen(outranks, introduction.phone(), now.phone());
        boolean sameContacts = Objects.equals(name, now.name())
                && Objects.equals(email, now.email())
                && Objects.equals(phone, now.phone());
        if (!sameContacts || !client.equals(before)) {
            visitors.changeContacts(visitor.id(), name, email, phone);
        }
    }

    private static @Nullable String chosen(boolean outranks, @Nullable String said, @Nullable String kept) {
        return said != null && (outranks || kept == null) ? said : kept;
    }

    /** A site's settings; a secret is made when they are asked for first. */
    public ClientSettings settings(Actor actor, SiteId site) {
        ClientSettings settings = known.get(site);
        return settings == null ? change(actor, site, new ClientSettings(tokens.secret(), false, List.of())) : settings;
    }

    /**
     * Replaces the links and whether signatures are asked for; the secret stays.
     *
     * @throws chat.beseda.forms.InvalidFields naming {@code links.N.title} and {@code links.N.template}
     */
    public ClientSettings change(Actor actor, SiteId site, boolean signedOnly, List<ClientLink> links) {
        return change(actor, site, new ClientSettings(settings(actor, site).secret(), signedOnly, checked(links)));
    }

    /** Makes another secret: what is signed with the old one is refused from now on. */
    public ClientSettings anotherSecret(Actor actor, SiteId site) {
        ClientSettings before = settings(actor, site);
        return change(actor, site, new ClientSettings(tokens.secret(), before.signedOnly(), before.links()));
    }

    /**
     * The link as it would be for a client of whom everything is known.
     *
     * @param example parameter to value
     * @throws chat.beseda.forms.InvalidFields naming {@code links.0.template}
     */
    public FilledLink tried(ClientLink link, Map<String, String> example) {
        return LinkTemplate.fill(checked(List.of(link)).getFirst(), example);
    }

    private ClientSettings change(Actor actor, SiteId site, ClientSettings settings) {
        return database.write(tx -> {
            store.put(tx.handle(), site, settings);
            var details = Map.of(
                    "signedOnly",
                    Boolean.toString(settings.signedOnly()),
                    "links",
                    Integer.toString(settings.links().size()));
            audit.write(tx, actor, "clients.changed", "site " + site, details);
            tx.afterCommit(() -> {
                known.put(site, settings);
                bus.publish(new ClientSettingsChanged(site));
            });
            return settings;
        });
    }

    private static List<ClientLink> checked(List<ClientLink> links) {
        var checks = new FieldChecks();
        checks.range("links", links.size(), 0, ClientSettings.MOST_LINKS);
        var kept = IntStream.range(0, Math.min(links.size(), ClientSettings.MOST_LINKS))
                .mapToObj(at -> checked(checks, "links.%d.".formatted(at), links.get(at)))
                .toList();
        checks.refuse();
        return kept;
    }

    private static ClientLink checked(FieldChecks checks, String at, ClientLink link) {
        String title = checks.line(at + "title", link.title(), 1, TITLE);
        String template = checks.line(at + "template", link.template(), 1, LinkTemplate.MAX);
        if (!template.isEmpty()) {
            LinkTemplate.fault(template).ifPresent(fault -> {
                switch (fault) {
                    case LinkTemplate.Fault.NoAddress() -> checks.add(at + "template", "link", template, Map.of());
                    case LinkTemplate.Fault.InHost() -> checks.add(at + "template", "link_host", template, Map.of());
                    case LinkTemplate.Fault.Unknown(String parameter, var names) ->
                        checks.add(
                                at + "template",
                                "link_parameter",
                                parameter,
                                Map.of("words", String.join(", ", names) + ", field.…"));
                }
            });
        }
        return new ClientLink(title, template);
    }
}
