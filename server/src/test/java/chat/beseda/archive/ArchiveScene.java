package chat.beseda.archive;

import chat.beseda.archive.Archive.Order;
import chat.beseda.archive.Archive.Question;
import chat.beseda.audit.Audit;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Outcome;
import chat.beseda.conversations.Posted;
import chat.beseda.forms.FieldChecks;
import chat.beseda.geo.Place;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.ManualTimers;
import chat.beseda.testing.TestEngine;
import chat.beseda.testing.TestHouse;
import chat.beseda.visitors.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** An archive over conversations of two operators, and the ways to hold and find some. */
abstract class ArchiveScene {
    static final long LATE = Duration.ofMinutes(5).toMillis();

    final TestHouse house;
    final ManualTimers timers;
    final Archive archive;
    final Archivist archivist;
    final SiteId site;
    final OperatorId anna;
    final OperatorId boris;

    ArchiveScene(TestEngine engine) {
        house = new TestHouse(engine);
        timers = new ManualTimers(house.clock);
        archive = new Archive(
                house.database,
                house.conversations,
                new Audit(house.database, new IdSource(house.clock), house.clock),
                operator -> "Boris");
        archivist = new Archivist(
                house.database, house.conversations, visitor -> new Place("RU", "RU-PER", "Perm"), house.clock);
        archivist.keep(house.bus, timers);
        site = house.aSite();
        anna = house.anOperator();
        boris = house.anOperator();
    }

    @AfterEach
    void close() {
        house.close();
    }

    List<ConversationId> find(String words) {
        return find(words, Side.BOTH);
    }

    List<ConversationId> find(String words, Side side) {
        return ids(archive.find(question(words, side), null, 50));
    }

    Question question(String words, Side side) {
        return new Question(everything(), sought(words), side, false, Order.TIME, LATE);
    }

    List<ConversationId> find(String words, ArchiveFilter filter) {
        return ids(page(words, filter));
    }

    Archive.Page page(String words, ArchiveFilter filter) {
        Sought sought = words.isEmpty() ? null : sought(words);
        return archive.find(new Question(filter, sought, Side.BOTH, false, Order.TIME, LATE), null, 50);
    }

    static List<ConversationId> ids(Archive.Page page) {
        return page.conversations().stream().map(Archived::id).toList();
    }

    static Sought sought(String words) {
        return Sought.read("words", words, new FieldChecks());
    }

    ArchiveFilter everything() {
        return ArchiveFilter.of(0, house.clock.millis() + 1, Set.of(site));
    }

    ConversationId talk(String question, String answer) {
        return talk(house.aVisitor(site), anna, question, answer, Duration.ofSeconds(20));
    }

    /** Asked, answered after a time, and closed. */
    ConversationId talk(Visitor visitor, OperatorId operator, String question, String answer, Duration wait) {
        ConversationId id = ask(visitor, question);
        pass(wait);
        Conversation taken = done(house.conversations.take(operator, id, version(id)));
        house.conversations.postByOperator(operator, id, taken.facts().version(), house.aClientId(), answer);
        done(house.conversations.close(operator, id, version(id)));
        pass(Duration.ofSeconds(1));
        return id;
    }

    ConversationId end(Visitor visitor, String question) {
        ConversationId id = ask(visitor, question);
        done(house.conversations.endByVisitor(visitor.id(), id));
        pass(Duration.ofSeconds(1));
        return id;
    }

    ConversationId ask(Visitor visitor, String question) {
        return ((Posted.Stored) house.conversations.postByVisitor(visitor, house.aClientId(), question, house.aPage()))
                .conversation();
    }

    int version(ConversationId id) {
        return house.conversations.byId(id).orElseThrow().facts().version();
    }

    static Conversation done(Outcome outcome) {
        return ((Outcome.Done) outcome).now();
    }

    void pass(Duration time) {
        timers.advance(time);
    }
}
