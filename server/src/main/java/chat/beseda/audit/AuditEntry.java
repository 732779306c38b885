package chat.beseda.audit;

import java.util.Map;

/**
 * One administrative act that happened.
 *
 * @param act such as {@code site.changed}
 * @param about whom or what, such as {@code site 12}
 * @param details what was set, never secrets
 */
public record AuditEntry(long id, long at, Actor actor, String act, String about, Map<String, String> details) {
    public AuditEntry {
        details = Map.copyOf(details);
    }
}
