package chat.beseda.operators;

import chat.beseda.audit.Actor;
import chat.beseda.people.FirstSetUp;
import chat.beseda.people.InvitationDraft;
import chat.beseda.people.Invitations;
import chat.beseda.people.People;
import chat.beseda.security.Passwords;
import chat.beseda.sites.SiteDraft;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.ManualTimers;
import chat.beseda.testing.RecordingBus;
import chat.beseda.testing.TestClock;
import chat.beseda.testing.TestDatabase;
import chat.beseda.testing.TestEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Sites and operators on a database of a test's own and a clock that the test moves. */
public final class PeopleFixture implements AutoCloseable {
    static final String PASSWORD = "seven green kettles";
    static final Actor PROGRAM = Actor.program();

    public final TestClock clock = new TestClock();
    public final ManualTimers timers = new ManualTimers(clock);
    final RecordingBus bus = new RecordingBus();
    private final TestDatabase opened;
    private People people;

    public PeopleFixture(TestEngine engine) {
        opened = engine.open();
        people = read();
    }

    public People people() {
        return people;
    }

    public Database database() {
        return opened.database();
    }

    /** As after a restart of the program. */
    public void readAnew() {
        people = read();
    }

    public FirstSetUp.Made setUp() {
        return people.firstSetUp().make(PROGRAM, wanted());
    }

    static FirstSetUp.Wanted wanted() {
        var site = SiteDraft.standard("Shop", List.of("https://shop.example"), "Europe/Moscow", "auto");
        return new FirstSetUp.Wanted("Anna", "Anna@Example.org", PASSWORD, "ru", "Romashka", site);
    }

    public Operator join(String name, Role role, SiteId... sites) {
        var draft = new InvitationDraft(name + "@example.org", role, Set.of(sites), Set.of());
        String token = people.invitations().issue(PROGRAM, draft).token();
        var acceptance = new Invitations.Acceptance(name, "", PASSWORD, "en");
        return people.invitations().accept(token, acceptance, "192.0.2.9");
    }

    private People read() {
        var passwords = new Passwords(64);
        People read = People.of(opened.database(), bus, new IdSource(clock), clock, passwords, Path.of("no-photos"));
        read.sessions().keep(timers);
        return read;
    }

    @Override
    public void close() {
        opened.close();
    }
}
