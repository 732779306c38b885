package chat.beseda.outreach;

import chat.beseda.showing.Showing;
import chat.beseda.sites.SiteId;
import chat.beseda.visitors.VisitorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tables {@code outreach}, {@code outreach_past} and {@code outreach_figure}. */
final class SqlOutreachStore {

    Map<SiteId, SiteRules> all(Handle handle) {
        var all = new HashMap<SiteId, SiteRules>();
        handle.createQuery("SELECT site_id, rules, showing FROM outreach")
                .map((row, context) -> Map.entry(new SiteId(row.getLong("site_id")), rules(row)))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    /** @param holding the end of a query whose row stays as it is until the transaction ends */
    Optional<SiteRules> of(Handle handle, SiteId site, String holding) {
        return handle.createQuery("SELECT rules, showing FROM outreach WHERE site_id = :site " + holding)
                .bind("site", site.value())
                .map((row, context) -> rules(row))
                .findOne();
    }

    private static SiteRules rules(ResultSet row) throws SQLException {
        return new SiteRules(
                RuleDocuments.rules(row.getString("rules")), RuleDocuments.showing(row.getString("showing")));
    }

    void put(Handle handle, SiteId site, SiteRules rules) {
        handle.createUpdate("""
                        INSERT INTO outreach (site_id, rules, showing) VALUES (:site, :rules, :showing)
                        ON CONFLICT (site_id) DO UPDATE SET rules = excluded.rules, showing = excluded.showing
                        """)
                .bind("site", site.value())
                .bind("rules", RuleDocuments.text(rules.invitations()))
                .bind("showing", RuleDocuments.text(rules.showing()))
                .execute();
    }

    Past past(Handle handle, VisitorId visitor) {
        return handle.createQuery("""
                        SELECT visit, shown, day, shown_today, refused_visit, refused_at
                        FROM outreach_past WHERE visitor_id = :visitor
                        """)
                .bind("visitor", visitor.value())
                .map((row, context) -> new Past(
                        row.getInt("visit"),
                        row.getInt("shown"),
                        row.getLong("day"),
                        row.getInt("shown_today"),
                        row.getInt("refused_visit"),
                        row.getObject("refused_at") == null ? null : row.getLong("refused_at")))
                .findOne()
                .orElse(Past.NOTHING);
    }

    void putPast(Handle handle, VisitorId visitor, Past past) {
        handle.createUpdate("""
                        INSERT INTO outreach_past (visitor_id, visit, shown, day, shown_today, refused_visit, refused_at)
                        VALUES (:visitor, :visit, :shown, :day, :shownToday, :refusedVisit, :refusedAt)
                        ON CONFLICT (visitor_id) DO UPDATE SET visit = excluded.visit, shown = excluded.shown,
                            day = excluded.day, shown_today = excluded.shown_today,
                            refused_visit = excluded.refused_visit, refused_at = excluded.refused_at
                        """)
                .bind("visitor", visitor.value())
                .bind("visit", past.visit())
                .bind("shown", past.shown())
                .bind("day", past.day())
                .bind("shownToday", past.shownToday())
                .bind("refusedVisit", past.refusedVisit())
                .bind("refusedAt", past.refusedAt())
                .execute();
    }

    /** Adds to what is there. */
    void count(Handle handle, RuleDay of, Figures more) {
        handle.createUpdate("""
                        INSERT INTO outreach_figure (site_id, rule_id, day, shown, accepted, refused, ignored)
                        VALUES (:site, :rule, :day, :shown, :accepted, :refused, :ignored)
                        ON CONFLICT (site_id, rule_id, day) DO UPDATE SET
                            shown = outreach_figure.shown + excluded.shown,
                            accepted = outreach_figure.accepted + excluded.accepted,
                            refused = outreach_figure.refused + excluded.refused,
                            ignored = outreach_figure.ignored + excluded.ignored
                        """)
                .bind("site", of.site().value())
                .bind("rule", of.rule())
                .bind("day", of.day())
                .bind("shown", more.shown())
                .bind("accepted", more.accepted())
                .bind("refused", more.refused())
                .bind("ignored", more.ignored())
                .execute();
    }

    /** By rule, of the days from one on. */
    Map<String, Figures> figures(Handle handle, SiteId site, long fromDay) {
        var figures = new HashMap<String, Figures>();
        handle.createQuery("""
                        SELECT rule_id, SUM(shown) AS shown, SUM(accepted) AS accepted, SUM(refused) AS refused,
                            SUM(ignored) AS ignored
                        FROM outreach_figure WHERE site_id = :site AND day >= :day
                        GROUP BY rule_id
                        """)
                .bind("site", site.value())
                .bind("day", fromDay)
                .map((row, context) -> Map.entry(
                        row.getString("rule_id"),
                        new Figures(
                                row.getLong("shown"),
                                row.getLong("accepted"),
                                row.getLong("refused"),
                                row.getLong("ignored"))))
                .forEach(entry -> figures.put(entry.getKey(), entry.getValue()));
        return figures;
    }

    /** What is counted together. */
    record RuleDay(SiteId site, String rule, long day) {}

    /** The rules of a site, as one row keeps them. */
    record SiteRules(List<InvitationRule> invitations, Showing showing) {
        static SiteRules standard() {
            return new SiteRules(List.of(InvitationRule.standard()), Showing.standard());
        }
    }
}
