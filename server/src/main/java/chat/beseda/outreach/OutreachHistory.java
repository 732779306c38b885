package chat.beseda.outreach;

import chat.beseda.outreach.SqlOutreachStore.RuleDay;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import java.time.LocalDate;
import java.util.Map;

/** How invitations fared before anybody counted them here: a past that is told by somebody else. */
public final class OutreachHistory {
    private final Database database;
    private final SqlOutreachStore store = new SqlOutreachStore();

    public OutreachHistory(Database database) {
        this.database = database;
    }

    /**
     * Adds to what is known of a rule's days; returns when it is durable.
     *
     * @param rule the id of a rule, or {@link Invitation#BY_HAND}
     */
    public void add(SiteId site, String rule, Map<LocalDate, Figures> days) {
        database.write(transaction -> {
            days.forEach((day, figures) ->
                    store.count(transaction.handle(), new RuleDay(site, rule, day.toEpochDay()), figures));
            return days.size();
        });
    }
}
