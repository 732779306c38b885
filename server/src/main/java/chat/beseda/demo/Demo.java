package chat.beseda.demo;

import chat.beseda.answers.ReadyAnswers;
import chat.beseda.cluster.Bus;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.crowd.Crowd;
import chat.beseda.crowd.CrowdLife;
import chat.beseda.crowd.Guest;
import chat.beseda.crowd.Orders;
import chat.beseda.crowd.Shop;
import chat.beseda.demo.SqlDemoMark.Stage;
import chat.beseda.hours.Timetables;
import chat.beseda.knowledge.Knowledge;
import chat.beseda.operators.OperatorId;
import chat.beseda.outreach.OutreachHistory;
import chat.beseda.outreach.OutreachRules;
import chat.beseda.people.People;
import chat.beseda.requestkinds.RequestKinds;
import chat.beseda.storage.Database;
import chat.beseda.tags.Tags;
import chat.beseda.time.Timers;
import chat.beseda.visitors.SiteCustoms;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demo: fills an empty installation before the port opens, and peoples it afterwards. Every installation that is not its
 * own it leaves alone.
 */
public final class Demo {
    /** Who signs in first, an administrator; the others have addresses of the same kind, such as {@code grace@example.test}. */
    public static final String ADMINISTRATOR = Cast.BOSS.login() + Company.AT;
    /** The password of all of them. It is no secret: a demo holds nothing worth hiding. */
    public static final String PASSWORD = "tri-lopaty-i-leyka";

    private static final Logger log = LoggerFactory.getLogger(Demo.class);
    private static final long SEED = 20_260_401;
    private static final List<Integer> CONVERSATIONS_OF_A_YEAR = List.of(2_600, 1_400);
    private static final Crowd.Size VISITORS = new Crowd.Size(30, 60);

    private final Database database;
    private final People people;
    private final OutreachRules invitations;
    private final ReadyAnswers answers;
    private final Knowledge knowledge;
    private final Tags tags;
    private final Timetables timetables;
    private final SiteCustoms customs;
    private final RequestKinds kinds;
    private final Clock clock;
    private final SqlDemoMark mark;
    private List<Guest> guests = List.of();

    public Demo(
            Database database,
            People people,
            OutreachRules invitations,
            ReadyAnswers answers,
            Knowledge knowledge,
            Tags tags,
            Timetables timetables,
            SiteCustoms customs,
            RequestKinds kinds,
            Clock clock) {
        this.database = database;
        this.people = people;
        this.invitations = invitations;
        this.answers = answers;
        this.knowledge = knowledge;
        this.tags = tags;
        this.timetables = timetables;
        this.customs = customs;
        this.kinds = kinds;
        this.clock = clock;
        this.mark = new SqlDemoMark(database);
    }

    /**
     * Makes the company and its year, unless somebody is there already. Takes some seconds.
     *
     * @param origin where the server will be reached, such as {@code http://localhost:8080}
     * @throws DemoUnfinished when an earlier start was ended in the middle of this
     */
    public void prepare(String origin) {
        Optional<Stage> stage = mark.read();
        if (stage.equals(Optional.of(Stage.BEGUN))) {
            throw new DemoUnfinished();
        }
        if (stage.isPresent() || !people.firstSetUp().isNeeded()) {
            return;
        }
        log.atInfo().log("demo.filling");
        mark.write(Stage.BEGUN);
        new Company(people, PASSWORD).found(origin);
        List<Shop> shops = new Shops(people).of(origin);
        new OpeningHours(timetables).hangOut(shops);
        new Hospitality(invitations, new OutreachHistory(database), people, SEED).welcome(shops, clock.instant());
        new Handbook(answers, people, database, SEED).write(clock.instant());
        new Guidebook(knowledge).write(shops.getFirst().site().id());
        List<Planned> plan = new YearPlan(clock.instant(), SEED).of(shops, CONVERSATIONS_OF_A_YEAR);
        List<Told> told = new DemoYear(database).tell(plan);
        new Aftermath(database, people, tags, customs, SEED).tell(shops, told, clock.instant());
        leaveRequests(shops.getFirst());
        guests = plan.stream().flatMap(planned -> planned.guest().stream()).toList();
        mark.write(Stage.DONE);
        log.atInfo().addKeyValue("conversations", plan.size()).log("demo.filled");
    }

    private void leaveRequests(Shop shop) {
        var past = new MovingClock(clock.millis() - Duration.ofDays(4).toMillis());
        new Orders(database, people, timetables, kinds, new Silence()).tell(shop, clock.instant(), past, past::moveTo);
    }

    /**
     * Lets visitors come and colleagues answer, until the result is closed; empty in an installation that is no demo.
     *
     * @param server where the server listens, as this machine reaches it, such as {@code http://localhost:8080}
     * @param origin what its pages take for their own origin: the public address where one is set, else the same
     * @param refuse says for a simulated colleague that they do not take what they are offered
     * @param bus where the conversations tell their news
     */
    public Optional<CrowdLife> live(
            URI server,
            String origin,
            Conversations conversations,
            BiConsumer<ConversationId, OperatorId> refuse,
            Bus bus,
            Timers timers) {
        if (!mark.read().equals(Optional.of(Stage.DONE))) {
            return Optional.empty();
        }
        List<Shop> shops = new Shops(people).of(origin);
        return Optional.of(CrowdLife.begin(
                server,
                origin,
                shops,
                guests,
                people,
                conversations,
                refuse,
                bus,
                timers,
                clock,
                VISITORS,
                clock.millis()));
    }
}
