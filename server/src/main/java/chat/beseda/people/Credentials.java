package chat.beseda.people;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.forms.FieldChecks;
import chat.beseda.forms.FieldFault;
import chat.beseda.forms.InvalidFields;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorSession;
import chat.beseda.operators.OperatorSessions;
import chat.beseda.operators.Operators;
import chat.beseda.operators.SqlOperatorStore;
import chat.beseda.security.LoginThrottle;
import chat.beseda.security.Passwords;
import chat.beseda.storage.Database;
import chat.beseda.storage.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Proves who somebody is. Wrong names and wrong passwords take equally long and get the same answer. Thread-safe. */
public final class Credentials {
    private static final Logger log = LoggerFactory.getLogger(Credentials.class);

    private static final String WRONG = "password_wrong";

    private final Database database;
    private final Operators operators;
    private final OperatorSessions sessions;
    private final Passwords passwords;
    private final SecondFactors secondFactors;
    private final LoginThrottle throttle;
    private final Audit audit;
    private final SqlOperatorStore store = new SqlOperatorStore();

    public Credentials(
            Database database,
            Operators operators,
            OperatorSessions sessions,
            Passwords passwords,
            SecondFactors secondFactors,
            LoginThrottle throttle,
            Audit audit) {
        this.database = database;
        this.operators = operators;
        this.sessions = sessions;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.throttle = throttle;
        this.audit = audit;
    }

    /** What came of an attempt to sign in. */
    public sealed interface SignIn {
        record Done(Operator operator, OperatorSessions.Opened opened) implements SignIn {}

        /** Unknown address, wrong password, or disabled: which of them is nobody's business. */
        record Wrong() implements SignIn {}

        /** The password is right, and a code of the second factor is to be told with it; a wrong one was. */
        record CodeWanted(boolean wrong) implements SignIn {}

        /** Too many failures: the attempt was not looked at. */
        record Delayed(Duration retry) implements SignIn {}
    }

    /**
     * Opens a session for who knows the password, and has the second factor where one is wanted.
     *
     * @param code of the second factor; null when none was told
     */
    public SignIn signIn(String email, String password, @Nullable String code, String address, String agent) {
        String name = email.strip().toLowerCase(Locale.ROOT);
        Optional<Duration> wait = throttle.begin(name, address);
        if (wait.isPresent()) {
            log.atWarn().log("sign-in.delayed");
            return new SignIn.Delayed(wait.get());
        }
        Optional<Operator> found = operators.all().stream()
                .filter(operator -> operator.email().equals(name) && !operator.disabled())
                .findFirst();
        Optional<String> hash = found.flatMap(operator -> hashOf(operator.id()));
        if (!passwords.matches(password, hash.orElse(null)) || found.isEmpty()) {
            log.atWarn().addKeyValue("known", found.isPresent()).log("sign-in.wrong");
            return new SignIn.Wrong();
        }
        Operator operator = found.get();
        String proved = hash.orElse("");
        @Nullable String better = passwords.isOutdated(proved) ? passwords.hash(password) : null;
        SignIn came = database.write(transaction -> {
            if (!isStill(transaction, operator.id(), proved)) {
                return new SignIn.Wrong();
            }
            if (!secondFactors.proves(transaction, operator.id(), code == null ? "" : code)) {
                return new SignIn.CodeWanted(code != null);
            }
            if (better != null) {
                store.updatePassword(transaction.handle(), operator.id(), better);
            }
            return new SignIn.Done(operator, sessions.open(transaction, operator.id(), address, agent));
        });
        count(came, name, address);
        log.atInfo()
                .addKeyValue("operator", operator.id())
                .addKeyValue("came", came.getClass().getSimpleName())
                .log("sign-in.proved");
        return came;
    }

    /** An attempt counts as failed from its beginning. */
    private void count(SignIn came, String name, String address) {
        if (came instanceof SignIn.Done) {
            throttle.succeeded(name, address);
        } else if (came instanceof SignIn.CodeWanted(boolean wrong) && !wrong) {
            throttle.takeBack(name, address);
        }
    }

    /** The password that was proved takes a tenth of a second to compare: meanwhile it, or the right to come in, may be gone. */
    private boolean isStill(Transaction transaction, OperatorId operator, String proved) {
        return store.heldPassword(transaction.handle(), database.dialect(), operator)
                .filter(proved::equals)
                .isPresent();
    }

    /**
     * Replaces an operator's password and ends their other sessions.
     *
     * @param session the one that asks, which goes on
     * @return how long to wait when there were too many wrong tries, or empty when it is done
     * @throws InvalidFields when the current one is wrong or the next one not good enough
     */
    public Optional<Duration> changePassword(Actor actor, OperatorSession session, String current, String next) {
        Operator operator = operators.byId(session.operator()).orElseThrow();
        Optional<Duration> wait = throttle.begin(operator.email(), actor.address());
        if (wait.isPresent()) {
            return wait;
        }
        var checks = new FieldChecks();
        String proved = hashOf(operator.id()).orElseThrow();
        if (passwords.matches(current, proved)) {
            throttle.succeeded(operator.email(), actor.address());
        } else {
            checks.add("current", WRONG, null, Map.of());
        }
        operators.rules().checkPassword(checks, "next", next, List.of(operator.name(), operator.email()));
        checks.refuse();
        String hash = passwords.hash(next);
        database.write(transaction -> {
            if (!isStill(transaction, operator.id(), proved)) {
                throw new InvalidFields(List.of(new FieldFault("current", WRONG, null, Map.of())));
            }
            store.updatePassword(transaction.handle(), operator.id(), hash);
            audit.write(transaction, actor, "operator.password.changed", "operator " + operator.id(), Map.of());
            return sessions.endAll(transaction, operator.id(), session.id());
        });
        return Optional.empty();
    }

    /**
     * Makes sure that whoever sits at a session knows its password, before something is changed that could lock its owner out.
     *
     * @return how long to wait after too many failures; nothing when the password is right
     * @throws InvalidFields when it is wrong
     */
    public Optional<Duration> prove(Actor actor, Operator operator, String password) {
        Optional<Duration> wait = throttle.begin(operator.email(), actor.address());
        if (wait.isPresent()) {
            return wait;
        }
        if (!passwords.matches(password, hashOf(operator.id()).orElse(null))) {
            throw new InvalidFields(List.of(new FieldFault("password", WRONG, null, Map.of())));
        }
        throttle.succeeded(operator.email(), actor.address());
        return Optional.empty();
    }

    private Optional<String> hashOf(OperatorId id) {
        return database.read(handle -> store.password(handle, id));
    }
}
