package chat.beseda.app;

import chat.beseda.answers.ReadyAnswers;
import chat.beseda.archive.Archive;
import chat.beseda.archive.Archivist;
import chat.beseda.bans.Bans;
import chat.beseda.clients.Clients;
import chat.beseda.cluster.Bus;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Conversations;
import chat.beseda.delivery.Delivery;
import chat.beseda.delivery.Faces;
import chat.beseda.files.Attachments;
import chat.beseda.hours.Timetables;
import chat.beseda.knowledge.Knowledge;
import chat.beseda.lookout.Watchtower;
import chat.beseda.mail.Mail;
import chat.beseda.mailbox.Mailbox;
import chat.beseda.operators.OperatorId;
import chat.beseda.outreach.Outreach;
import chat.beseda.outreach.OutreachHouse;
import chat.beseda.people.People;
import chat.beseda.push.Pushes;
import chat.beseda.ratings.Ratings;
import chat.beseda.requestkinds.RequestKinds;
import chat.beseda.requests.Requests;
import chat.beseda.routing.Routing;
import chat.beseda.schedules.Schedules;
import chat.beseda.security.Passwords;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.tags.Tags;
import chat.beseda.time.Timers;
import chat.beseda.transcripts.Transcripts;
import chat.beseda.translation.Translations;
import chat.beseda.visitors.SiteCustoms;
import chat.beseda.visitors.VisitorPresence;
import chat.beseda.visitors.Visitors;
import chat.beseda.worktime.Worktime;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BiFunction;

/** The domain of one node and what carries it to screens: each part made once and handed to whoever needs it. */
record House(
        Database database,
        Bus bus,
        Timers timers,
        Clock clock,
        People people,
        Visitors visitors,
        VisitorPresence visitorPresence,
        Conversations conversations,
        Routing routing,
        Delivery delivery,
        Watchtower watchtower,
        Outreach outreach,
        Bans bans,
        SiteCustoms customs,
        ReadyAnswers answers,
        Knowledge knowledge,
        Attachments attachments,
        Ratings ratings,
        Transcripts transcripts,
        Tags tags,
        Pushes pushes,
        Archive archive,
        Archivist archivist,
        Worktime worktime,
        Schedules schedules,
        Mailbox mailbox,
        Translations translations,
        Requests requests) {

    /** How long a visitor who changes the page by loading another one is not yet gone. */
    private static final Duration PAGE_CHANGE = Duration.ofSeconds(10);

    static House build(Database database, Bus bus, Timers timers, Clock clock, DataFolder data, Path places) {
        var ids = new IdSource(clock);
        var people = People.of(database, bus, ids, clock, new Passwords(Passwords.KIBIBYTES), data.photos());
        var conversations = new Conversations(database, bus, ids, clock);
        var presence = new VisitorPresence(bus, timers, clock, PAGE_CHANGE);
        var visitors = visitors(database, bus, ids, clock, presence);
        var watchtower = Watchtower.build(database, bus, presence, visitors, people.audit(), places, timers, clock);
        var timetables = new Timetables(database, people.sites(), people.departments(), ids, people.audit());
        var customs = new SiteCustoms(database, bus, people.audit());
        var clients = new Clients(database, bus, visitors, people.audit(), clock);
        return new House(
                database,
                bus,
                timers,
                clock,
                people,
                visitors,
                presence,
                conversations,
                Routing.of(database, conversations, people, bus, timers, clock),
                delivery(conversations, new Faces(people.operators(), people.presence()), bus, timers, clock, database),
                watchtower,
                outreach(database, bus, ids, clock, people, visitors, presence, conversations, watchtower),
                new Bans(database, bus, ids, people.audit(), clock),
                customs,
                new ReadyAnswers(database, bus, ids, people.audit(), people.departments(), clock),
                new Knowledge(database, bus, ids, people.audit(), people.sites(), clock),
                new Attachments(database, data.files(), clock),
                new Ratings(database, bus, clock),
                new Transcripts(database, clock),
                new Tags(database, bus, ids, people.audit()),
                pushes(database, conversations, customs, people, timers, clock),
                new Archive(database, conversations, people.audit(), people.operators()::nameOf),
                new Archivist(database, conversations, timetables, watchtower.sightings()::place, clock),
                new Worktime(database, ids, people.shifts(), people.audit(), clock),
                new Schedules(database, people.operators(), ids, people.audit(), clock),
                mailbox(database, ids, people, timers, clock),
                new Translations(database, people.audit(), timers, clock),
                requests(database, bus, ids, people, visitors, clients, conversations, timetables, watchtower, clock));
    }

    private static Requests requests(
            Database database,
            Bus bus,
            IdSource ids,
            People people,
            Visitors visitors,
            Clients clients,
            Conversations conversations,
            Timetables timetables,
            Watchtower watchtower,
            Clock clock) {
        return new Requests(new Requests.House(
                database,
                bus,
                ids,
                clock,
                people.sites(),
                people.operators(),
                visitors,
                clients,
                conversations,
                timetables,
                new RequestKinds(
                        database, people.sites(), people.departments(), people.operators(), ids, people.audit()),
                watchtower.atlas()::zoneOfPhone));
    }

    /** When sites and departments answer: requests are due by it. */
    Timetables timetables() {
        return requests.timetables();
    }

    /** Who visitors are to their sites: requests are matched by it. */
    Clients clients() {
        return requests.clients();
    }

    /** By which letters go out; answers to them come to the mailbox. */
    Mail mail() {
        return mailbox.mail();
    }

    private static Mailbox mailbox(Database database, IdSource ids, People people, Timers timers, Clock clock) {
        var mail = new Mail(database, ids, people.audit(), timers, clock);
        return new Mailbox(database, ids, people.audit(), mail, timers, clock);
    }

    private static Outreach outreach(
            Database database,
            Bus bus,
            IdSource ids,
            Clock clock,
            People people,
            Visitors visitors,
            VisitorPresence presence,
            Conversations conversations,
            Watchtower watchtower) {
        var house = new OutreachHouse(
                database,
                bus,
                ids,
                clock,
                people.sites(),
                people.presence(),
                visitors,
                presence,
                conversations,
                watchtower.sightings()::place);
        return Outreach.of(house, people.audit());
    }

    private static Pushes pushes(
            Database database,
            Conversations conversations,
            SiteCustoms customs,
            People people,
            Timers timers,
            Clock clock) {
        BiFunction<OperatorId, Conversation, String> names = (id, conversation) -> people.operators()
                .byId(id)
                .map(operator ->
                        operator.profile().in(language(people, conversation)).name())
                .orElse("");
        return new Pushes(database, conversations, site -> customs.of(site).pushes(), names, timers, clock);
    }

    private static String language(People people, Conversation conversation) {
        String wished = conversation.facts().language();
        return people.sites()
                .byId(conversation.facts().site())
                .map(site -> site.languageFor(wished))
                .orElse(wished);
    }

    private static Visitors visitors(Database database, Bus bus, IdSource ids, Clock clock, VisitorPresence presence) {
        return new Visitors(database, bus, ids, clock, id -> presence.of(id).isPresent());
    }

    private static Delivery delivery(
            Conversations conversations, Faces faces, Bus bus, Timers timers, Clock clock, Database database) {
        return new Delivery(
                conversations, faces, bus, timers, clock, System::nanoTime, new SecureRandom(), database.epoch());
    }
}
