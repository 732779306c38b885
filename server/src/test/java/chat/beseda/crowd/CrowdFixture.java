package chat.beseda.crowd;

import chat.beseda.audit.Actor;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.Posted;
import chat.beseda.dialogues.Dialogue;
import chat.beseda.dialogues.Persona;
import chat.beseda.dialogues.Phrasebook;
import chat.beseda.dialogues.Scriptwriter;
import chat.beseda.dialogues.Voice;
import chat.beseda.events.ClientId;
import chat.beseda.operators.Operator;
import chat.beseda.operators.Role;
import chat.beseda.people.FirstSetUp;
import chat.beseda.people.InvitationDraft;
import chat.beseda.people.Invitations;
import chat.beseda.people.People;
import chat.beseda.security.Passwords;
import chat.beseda.sites.SiteDraft;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.RecordingBus;
import chat.beseda.testing.TestDatabase;
import chat.beseda.testing.TestEngine;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.Visitors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A shop with a real database, one colleague, and visitors whose part the test plays. */
final class CrowdFixture implements AutoCloseable {
    private static final String PASSWORD = "seven green kettles";

    final SimulatedTime time;
    final RecordingBus bus = new RecordingBus();
    final Map<String, LiveTalk> talks = new ConcurrentHashMap<>();
    final People people;
    final Conversations conversations;
    final Operator grace;
    final Shop shop;
    private final TestDatabase opened = TestEngine.SQLITE.open();
    private final Visitors visitors;
    private final Pace pace = new Pace(new SplittableRandom(9));

    CrowdFixture(Supplier<Stream<Thread>> threads) {
        time = new SimulatedTime(threads);
        var ids = new IdSource(time.clock);
        people = People.of(opened.database(), bus, ids, time.clock, new Passwords(64), Path.of("no-photos"));
        conversations = new Conversations(opened.database(), bus, ids, time.clock);
        visitors = new Visitors(opened.database(), bus, ids, time.clock);
        Shop example = SimulatedVisitorTest.shop();
        var draft = SiteDraft.standard("Shop", example.site().origins(), "Europe/London", "en");
        var site = people.firstSetUp()
                .make(
                        Actor.program(),
                        new FirstSetUp.Wanted("Anna", "anna@example.test", PASSWORD, "en", "Shop", draft))
                .site();
        grace = hire("grace@example.test", "Grace Okafor");
        var colleague = new Colleague(grace.id(), new Voice("Grace", true, "Tom"), Set.of("sales", "support"));
        shop = new Shop(site, example.address(), example.book(), example.rhythm(), List.of(colleague), colleague);
    }

    Operator hire(String email, String name) {
        var draft = new InvitationDraft(email, Role.OPERATOR, Set.of(), Set.of());
        String token = people.invitations().issue(Actor.program(), draft).token();
        return people.invitations().accept(token, new Invitations.Acceptance(name, "", PASSWORD, "en"), "127.0.0.1");
    }

    Visitor visitor() {
        return visitors.recognise(shop.site().id(), null, null, true).visitor();
    }

    Dialogue dialogue(long seed) {
        var chance = new SplittableRandom(seed);
        Phrasebook book = shop.book();
        return new Scriptwriter(book, chance).write(Persona.any(book, chance), 6);
    }

    Posted.Stored say(Visitor visitor, String text) {
        ClientId cid = pace.cid();
        return (Posted.Stored) conversations.postByVisitor(visitor, cid, text, null);
    }

    Conversation now(Posted.Stored said) {
        return conversations.byId(said.conversation()).orElseThrow();
    }

    @Override
    public void close() {
        opened.close();
    }
}
