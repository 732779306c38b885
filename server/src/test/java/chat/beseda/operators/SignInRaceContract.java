package chat.beseda.operators;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.forms.InvalidFields;
import chat.beseda.people.Credentials;
import chat.beseda.storage.Database;
import chat.beseda.testing.TestEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in while the password or the right to come in is being taken away: in whatever order the store gets to hear of it. */
abstract class SignInRaceContract {
    private static final String HOME = "192.0.2.1";
    private static final String NEXT = "nine quiet harbours";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestEngine engine;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private PeopleFixture fixture;
    private Operator boris;

    SignInRaceContract(TestEngine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        fixture = new PeopleFixture(engine);
        fixture.setUp();
        boris = fixture.join("boris", Role.OPERATOR);
    }

    @AfterEach
    void close() {
        threads.close();
        fixture.close();
    }

    @Test
    void whoIsDisabledWhileThePasswordIsComparedStaysOut() throws Exception {
        List<Object> came = inOrder(this::disable, this::signIn);

        assertThat(came.get(1)).isInstanceOf(Credentials.SignIn.Wrong.class);
        assertNoSessions();
    }

    @Test
    void aSessionOpenedJustBeforeTheDisablingEndsWithIt() throws Exception {
        List<Object> came = inOrder(this::signIn, this::disable);

        assertThat(came.getFirst()).isInstanceOf(Credentials.SignIn.Done.class);
        assertNoSessions();
    }

    @Test
    void anOldPasswordThatIsReplacedWhileItIsComparedLetsNobodyIn() throws Exception {
        OperatorSession asking = sessions().open(boris.id(), HOME, "").session();

        List<Object> came = inOrder(() -> changePassword(asking, NEXT), this::signIn);

        assertThat(came.get(1)).isInstanceOf(Credentials.SignIn.Wrong.class);
        assertThat(sessions().of(boris.id())).containsExactly(asking);
        fixture.readAnew();
        assertThat(sessions().of(boris.id())).containsExactly(asking);
    }

    @Test
    void aSessionOpenedWithTheOldPasswordEndsWithIt() throws Exception {
        OperatorSession asking = sessions().open(boris.id(), HOME, "").session();

        inOrder(this::signIn, () -> changePassword(asking, NEXT));

        assertThat(sessions().of(boris.id())).containsExactly(asking);
        fixture.readAnew();
        assertThat(sessions().of(boris.id())).containsExactly(asking);
    }

    @Test
    void ofTwoWhoReplaceTheSamePasswordOneDoes() throws Exception {
        OperatorSession asking = sessions().open(boris.id(), HOME, "").session();

        List<Object> came =
                inOrder(() -> changePassword(asking, NEXT), () -> changePassword(asking, "eleven loud harbours"));

        assertThat(came.get(1)).isInstanceOf(InvalidFields.class);
        assertThat(fixture.people().credentials().signIn("boris@example.org", NEXT, null, HOME, ""))
                .isInstanceOf(Credentials.SignIn.Done.class);
    }

    @Test
    void sessionsOpenedTogetherAreNoMoreThanFive() throws Exception {
        var many = new ArrayList<Callable<Object>>();
        for (int i = 0; i < 8; i++) {
            many.add(() -> sessions().open(boris.id(), HOME, ""));
        }

        inOrder(many);

        assertThat(sessions().of(boris.id())).hasSize(OperatorSessions.MOST_PER_OPERATOR);
    }

    /** Starts each when the one before waits for the store, which is held until all of them wait. */
    private List<Object> inOrder(Callable<Object> first, Callable<Object> second) throws Exception {
        return inOrder(List.of(first, second));
    }

    private List<Object> inOrder(List<Callable<Object>> acts) throws Exception {
        Database database = fixture.database();
        var held = new CountDownLatch(1);
        var let = new CountDownLatch(1);
        Future<?> holder = threads.submit(() -> database.write(transaction -> {
            held.countDown();
            await(let);
            return true;
        }));
        await(held);
        var futures = new ArrayList<Future<Object>>();
        for (Callable<Object> act : acts) {
            futures.add(threads.submit(() -> outcome(act)));
            awaitWaiting(database, futures.size());
        }
        let.countDown();
        holder.get();
        var outcomes = new ArrayList<Object>();
        for (Future<Object> future : futures) {
            outcomes.add(future.get());
        }
        return outcomes;
    }

    private static Object outcome(Callable<Object> act) throws Exception {
        try {
            return act.call();
        } catch (RuntimeException refusal) {
            return refusal;
        }
    }

    private static void awaitWaiting(Database database, int count) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (database.writesWaiting() < count) {
            assertThat(System.nanoTime()).as("the store was not asked in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    private Object signIn() {
        return fixture.people().credentials().signIn("boris@example.org", PeopleFixture.PASSWORD, null, HOME, "");
    }

    private Object disable() {
        var draft = new OperatorDraft("boris", "", Role.OPERATOR, 5, Set.of(), Set.of(), true);
        return fixture.people().operators().change(PeopleFixture.PROGRAM, boris.id(), draft);
    }

    private Object changePassword(OperatorSession asking, String next) {
        var actor = new Actor(boris.id().value(), HOME);
        return fixture.people().credentials().changePassword(actor, asking, PeopleFixture.PASSWORD, next);
    }

    private void assertNoSessions() {
        assertThat(sessions().of(boris.id())).isEmpty();
        fixture.readAnew();
        assertThat(sessions().of(boris.id())).isEmpty();
    }

    private OperatorSessions sessions() {
        return fixture.people().sessions();
    }
}
