package chat.beseda.people;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.forms.FieldFault;
import chat.beseda.forms.InvalidFields;
import chat.beseda.forms.Unknown;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.Operators;
import chat.beseda.security.LoginThrottle;
import chat.beseda.security.RandomTokens;
import chat.beseda.security.TimeCodes;
import chat.beseda.storage.Database;
import chat.beseda.storage.Transaction;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The second proof at the sign-in, for those who want it: a code of an app on their telephone, or one of ten written down for the day
 * the telephone is lost. Each code is good once. Thread-safe.
 */
public final class SecondFactors {
    private static final String WRONG = "code_wrong";
    private static final String NOT_BEGUN = "second_factor_not_begun";
    private static final int RECOVERY_CODES = 10;
    /** A secret that lay about for longer is no secret. */
    private static final Duration BEGUN_FOR = Duration.ofMinutes(10);

    private final Database database;
    private final InstantSource clock;
    private final RandomTokens tokens;
    private final Operators operators;
    private final LoginThrottle throttle;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();
    private final SqlSecondFactorStore store = new SqlSecondFactorStore();

    public SecondFactors(
            Database database,
            InstantSource clock,
            RandomTokens tokens,
            Operators operators,
            LoginThrottle throttle,
            Audit audit) {
        this.database = database;
        this.clock = clock;
        this.tokens = tokens;
        this.operators = operators;
        this.throttle = throttle;
        this.audit = audit;
    }

    /** Whether an operator has it, and how many of the codes written down are left. */
    public record Status(boolean on, int codesLeft) {}

    public Status status(OperatorId operator) {
        return database.read(handle -> store.of(handle, operator)
                .filter(SqlSecondFactorStore.Stored::confirmed)
                .map(found -> new Status(true, store.codesLeft(handle, operator)))
                .orElse(new Status(false, 0)));
    }

    /** Those who have it. */
    public Set<OperatorId> holders() {
        return database.read(store::confirmed);
    }

    /**
     * Makes a secret for the operator's app. It proves nothing until {@link #confirm}, which has ten minutes; asking again makes another.
     *
     * @return the secret in base32
     * @throws InvalidFields when there is one already
     */
    public String begin(OperatorId operator) {
        return database.write(transaction -> {
            if (confirmed(transaction, operator).isPresent()) {
                throw fault("second_factor_on");
            }
            store.delete(transaction.handle(), operator);
            String secret = TimeCodes.secret(random);
            store.insert(transaction.handle(), operator, secret, TimeCodes.before(clock.millis()));
            return secret;
        });
    }

    /** What became of a first code. */
    public sealed interface Confirmed {
        /** It is on, and here are the codes to write down; they can't be shown again. */
        record Done(List<String> codes) implements Confirmed {}

        /** There were too many wrong tries: the next is looked at after so long. */
        record Delayed(Duration retryAfter) implements Confirmed {}
    }

    /**
     * Turns it on once the app has shown that it knows the secret.
     *
     * @throws InvalidFields when the code is wrong
     */
    public Confirmed confirm(Actor actor, Operator me, String code) {
        if (!isBegun(me.id())) {
            throw fault(NOT_BEGUN);
        }
        Optional<Duration> wait = throttle.begin(me.email(), actor.address());
        if (wait.isPresent()) {
            return new Confirmed.Delayed(wait.get());
        }
        List<String> codes = turnOn(actor, me.id(), code);
        throttle.succeeded(me.email(), actor.address());
        return new Confirmed.Done(codes);
    }

    private boolean isBegun(OperatorId operator) {
        return database.read(handle -> store.of(handle, operator))
                .filter(this::mayBeConfirmed)
                .isPresent();
    }

    private boolean mayBeConfirmed(SqlSecondFactorStore.Stored stored) {
        long oldest = TimeCodes.before(clock.instant().minus(BEGUN_FOR).toEpochMilli());
        return !stored.confirmed() && stored.lastStep() >= oldest;
    }

    private List<String> turnOn(Actor actor, OperatorId operator, String code) {
        List<String> codes = Stream.generate(tokens::code).limit(RECOVERY_CODES).toList();
        return database.write(transaction -> {
            SqlSecondFactorStore.Stored found = store.held(transaction.handle(), database.dialect(), operator)
                    .filter(this::mayBeConfirmed)
                    .orElseThrow(() -> fault(NOT_BEGUN));
            if (!proves(transaction, operator, found, code)) {
                throw fault(WRONG);
            }
            store.confirm(transaction.handle(), operator, clock.millis());
            store.insertCodes(
                    transaction.handle(),
                    operator,
                    codes.stream().map(SecondFactors::digest).toList());
            audit.write(transaction, actor, "operator.second_factor.on", "operator " + operator, Map.of());
            return codes;
        });
    }

    /**
     * Turns it off for who still has it.
     *
     * @return how long to wait when there were too many wrong tries, or empty when it is done
     * @throws InvalidFields when the code is wrong
     */
    public Optional<Duration> turnOff(Actor actor, Operator me, String code) {
        Optional<Duration> wait = throttle.begin(me.email(), actor.address());
        if (wait.isPresent()) {
            return wait;
        }
        database.write(transaction -> {
            if (!proves(transaction, me.id(), code)) {
                throw fault(WRONG);
            }
            return forget(transaction, actor, me.id());
        });
        throttle.succeeded(me.email(), actor.address());
        return Optional.empty();
    }

    /** Turns it off for a colleague who has lost it. */
    public void reset(Actor actor, OperatorId operator) {
        if (operators.byId(operator).isEmpty()) {
            throw new Unknown("operator", operator.toString());
        }
        database.write(transaction -> forget(transaction, actor, operator));
    }

    /** Whether the code is good; it is used up by that. True for who has no second factor. */
    boolean proves(Transaction transaction, OperatorId operator, String code) {
        return confirmed(transaction, operator)
                .map(found -> proves(transaction, operator, found, code))
                .orElse(true);
    }

    private boolean proves(
            Transaction transaction, OperatorId operator, SqlSecondFactorStore.Stored found, String code) {
        String said = code.replaceAll("\\s", "");
        OptionalLong step = TimeCodes.stepOf(found.secret(), said, clock.millis(), found.lastStep());
        if (step.isPresent()) {
            store.use(transaction.handle(), operator, step.getAsLong());
        }
        return step.isPresent() || store.useCode(transaction.handle(), operator, digest(said));
    }

    private Optional<SqlSecondFactorStore.Stored> confirmed(Transaction transaction, OperatorId operator) {
        return store.held(transaction.handle(), database.dialect(), operator)
                .filter(SqlSecondFactorStore.Stored::confirmed);
    }

    /** The operator, for {@code write} wants an answer. */
    private OperatorId forget(Transaction transaction, Actor actor, OperatorId operator) {
        store.delete(transaction.handle(), operator);
        audit.write(transaction, actor, "operator.second_factor.off", "operator " + operator, Map.of());
        return operator;
    }

    private static String digest(String code) {
        return RandomTokens.digest(code.toLowerCase(Locale.ROOT).replace("-", ""));
    }

    private static InvalidFields fault(String code) {
        return new InvalidFields(List.of(new FieldFault("code", code, null, Map.of())));
    }
}
