package chat.beseda.sites;

import java.util.List;
import java.util.Optional;

/** The departments of the installation. Reads come from memory; verbs return when the change is durable. Thread-safe. */
public final class Departments {

    public Optional<Department> byId(DepartmentId id) {
        return Optional.empty();
    }

    /** All of them, by name. */
    public List<Department> all() {
        return List.of();
    }
}
