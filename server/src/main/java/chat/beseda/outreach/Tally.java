package chat.beseda.outreach;

import chat.beseda.outreach.SqlOutreachStore.RuleDay;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import java.util.HashMap;
import java.util.Map;

/** Counts what becomes of invitations and writes it down in one go every few seconds. Thread-safe. */
final class Tally {
    private final Database database;
    private final SqlOutreachStore store = new SqlOutreachStore();
    private Map<RuleDay, Figures> unwritten = new HashMap<>();

    Tally(Database database) {
        this.database = database;
    }

    synchronized void count(SiteId site, String rule, long day, Fate fate) {
        unwritten.merge(new RuleDay(site, rule, day), Figures.of(fate), Figures::plus);
    }

    /** Writes what was counted; what cannot be written is kept for the next time. */
    void write() {
        Map<RuleDay, Figures> taken = take();
        if (taken.isEmpty()) {
            return;
        }
        boolean written = false;
        try {
            database.write(transaction -> {
                taken.forEach((of, figures) -> store.count(transaction.handle(), of, figures));
                return taken.size();
            });
            written = true;
        } finally {
            if (!written) {
                putBack(taken);
            }
        }
    }

    private synchronized Map<RuleDay, Figures> take() {
        Map<RuleDay, Figures> taken = unwritten;
        unwritten = new HashMap<>();
        return taken;
    }

    private synchronized void putBack(Map<RuleDay, Figures> taken) {
        taken.forEach((of, figures) -> unwritten.merge(of, figures, Figures::plus));
    }

    /** By rule, of the days from one on, what is not written yet included. */
    Map<String, Figures> figures(SiteId site, long fromDay) {
        Map<String, Figures> all = new HashMap<>();
        synchronized (this) {
            unwritten.forEach((of, figures) -> {
                if (of.site().equals(site) && of.day() >= fromDay) {
                    all.merge(of.rule(), figures, Figures::plus);
                }
            });
        }
        database.read(handle -> store.figures(handle, site, fromDay))
                .forEach((rule, figures) -> all.merge(rule, figures, Figures::plus));
        return all;
    }
}
