package chat.beseda.people;

import chat.beseda.operators.OperatorId;
import chat.beseda.storage.Dialect;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables {@code second_factor} and {@code recovery_code}. */
final class SqlSecondFactorStore {
    /**
     * A row; not confirmed: it proves nothing yet and is asked for by nobody.
     *
     * @param lastStep of the last code that was taken; of one not confirmed {@link chat.beseda.security.TimeCodes#before} it was begun
     */
    record Stored(String secret, @Nullable Long confirmedAt, long lastStep) {
        boolean confirmed() {
            return confirmedAt != null;
        }
    }

    Optional<Stored> of(Handle handle, OperatorId operator) {
        return found(handle, operator, "");
    }

    /** The same, held until the end of the transaction: of two with one code only one gets in. */
    Optional<Stored> held(Handle handle, Dialect dialect, OperatorId operator) {
        return found(handle, operator, dialect.holdingRows());
    }

    private static Optional<Stored> found(Handle handle, OperatorId operator, String holding) {
        return handle.createQuery("""
                        SELECT secret, confirmed_at, last_step FROM second_factor WHERE operator_id = :operator <holding>
                        """)
                .define("holding", holding)
                .bind("operator", operator.value())
                .map((row, context) -> new Stored(
                        row.getString("secret"),
                        row.getObject("confirmed_at") == null ? null : row.getLong("confirmed_at"),
                        row.getLong("last_step")))
                .findOne();
    }

    Set<OperatorId> confirmed(Handle handle) {
        return handle.createQuery("SELECT operator_id FROM second_factor WHERE confirmed_at IS NOT NULL")
                .map((row, context) -> new OperatorId(row.getLong("operator_id")))
                .set();
    }

    void insert(Handle handle, OperatorId operator, String secret, long lastStep) {
        handle.createUpdate(
                        "INSERT INTO second_factor (operator_id, secret, last_step) VALUES (:operator, :secret, :step)")
                .bind("step", lastStep)
                .bind("operator", operator.value())
                .bind("secret", secret)
                .execute();
    }

    void confirm(Handle handle, OperatorId operator, long now) {
        handle.createUpdate("UPDATE second_factor SET confirmed_at = :now WHERE operator_id = :operator")
                .bind("operator", operator.value())
                .bind("now", now)
                .execute();
    }

    void use(Handle handle, OperatorId operator, long step) {
        handle.createUpdate("UPDATE second_factor SET last_step = :step WHERE operator_id = :operator")
                .bind("operator", operator.value())
                .bind("step", step)
                .execute();
    }

    void insertCodes(Handle handle, OperatorId operator, Collection<String> digests) {
        for (String digest : digests) {
            handle.createUpdate("INSERT INTO recovery_code (operator_id, digest) VALUES (:operator, :digest)")
                    .bind("operator", operator.value())
                    .bind("digest", digest)
                    .execute();
        }
    }

    /** Whether there was such a code; there is none now. */
    boolean useCode(Handle handle, OperatorId operator, String digest) {
        return handle.createUpdate("DELETE FROM recovery_code WHERE operator_id = :operator AND digest = :digest")
                        .bind("operator", operator.value())
                        .bind("digest", digest)
                        .execute()
                == 1;
    }

    int codesLeft(Handle handle, OperatorId operator) {
        return handle.createQuery("SELECT COUNT(*) FROM recovery_code WHERE operator_id = :operator")
                .bind("operator", operator.value())
                .mapTo(Integer.class)
                .one();
    }

    void delete(Handle handle, OperatorId operator) {
        for (String table : List.of("recovery_code", "second_factor")) {
            handle.createUpdate("DELETE FROM <table> WHERE operator_id = :operator")
                    .define("table", table)
                    .bind("operator", operator.value())
                    .execute();
        }
    }
}
