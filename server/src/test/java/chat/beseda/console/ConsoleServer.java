package chat.beseda.console;

import chat.beseda.operators.FirstSetUp;
import chat.beseda.operators.InvitationDraft;
import chat.beseda.operators.Invitations;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorSessions;
import chat.beseda.operators.People;
import chat.beseda.operators.Role;
import chat.beseda.security.Passwords;
import chat.beseda.sites.Actor;
import chat.beseda.sites.SiteDraft;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.RecordingBus;
import chat.beseda.testing.TestClock;
import chat.beseda.testing.TestDatabase;
import chat.beseda.testing.TestEngine;
import chat.beseda.web.OwnOrigin;
import io.javalin.Javalin;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The console's door on a port of its own, with a database, a clock that stands still, and nobody set up. */
final class ConsoleServer implements AutoCloseable {
    static final String PASSWORD = "seven green kettles";

    final TestClock clock = new TestClock();
    final RecordingBus bus = new RecordingBus();
    final Set<SiteId> sitesWithHistory = new HashSet<>();
    final People people;
    final ConsoleRoutes routes;
    private final TestDatabase opened;
    private final Javalin javalin;

    ConsoleServer(Path photos) {
        opened = TestEngine.SQLITE.open();
        var ids = new IdSource(clock);
        people = People.of(opened.database(), bus, ids, clock, new Passwords(64), photos);
        routes = new ConsoleRoutes(people, new OwnOrigin(null), "0.1", sitesWithHistory::contains, department -> false);
        javalin = Javalin.create(config -> {
            config.concurrency.useVirtualThreads = true;
            config.startup.showJavalinBanner = false;
            ConsoleProblems.table().addTo(config.routes);
            routes.addTo(config.routes);
        });
        javalin.start("127.0.0.1", 0);
    }

    String origin() {
        return "http://127.0.0.1:" + javalin.port();
    }

    /** Sets up Romashka with its administrator Anna and the site Shop. */
    FirstSetUp.Made setUp() {
        var site = SiteDraft.standard("Shop", List.of("https://shop.example"), "Europe/Moscow", "auto");
        return people.firstSetUp()
                .make(
                        Actor.program(),
                        new FirstSetUp.Wanted("Anna", "anna@example.org", PASSWORD, "ru", "Romashka", site));
    }

    Operator join(String name, Role role, SiteId... sites) {
        var draft = new InvitationDraft(name + "@example.org", role, Set.of(sites), Set.of());
        String token = people.invitations().issue(Actor.program(), draft).token();
        var acceptance = new Invitations.Acceptance(name, "", PASSWORD, "en");
        return people.invitations().accept(token, acceptance, "192.0.2.9");
    }

    Browser browser() {
        return new Browser(origin());
    }

    /** A browser in which the operator has just signed in. */
    Browser browser(Operator operator) {
        OperatorSessions.Opened session = people.sessions().open(operator.id(), "192.0.2.1", "a test");
        return browser().withCookie("beseda-session=" + session.token());
    }

    @Override
    public void close() {
        javalin.stop();
        opened.close();
    }
}
