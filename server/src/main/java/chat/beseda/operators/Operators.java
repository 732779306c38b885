package chat.beseda.operators;

import java.util.List;
import java.util.Optional;

/** The operators of the installation. Reads come from memory; verbs return when the change is durable. Thread-safe. */
public final class Operators {

    public Optional<Operator> byId(OperatorId id) {
        return Optional.empty();
    }

    /** All of them, disabled ones too, by name. */
    public List<Operator> all() {
        return List.of();
    }

    public void setState(OperatorId id, OperatorState state) {
        assert id.value() > 0;
    }
}
