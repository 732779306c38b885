package chat.beseda.sites;

import chat.beseda.storage.Documents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

final class SqlSiteStore {
    private static final String COLUMNS =
            "id, key, name, origins, time_zone, locale, accent, corner, greeting, sound, opens, today_hours, today_days, consent_text, disabled";
    /** Of {@code today_days}. */
    private static final int EVERYTHING = -1;

    List<Site> all(Handle handle) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM site ORDER BY id")
                .map((row, context) -> site(row))
                .list();
    }

    void insert(Handle handle, Site site) {
        bind(handle.createUpdate("INSERT INTO site (" + COLUMNS + ") " + """
                        VALUES (:id, :key, :name, :origins, :timeZone, :locale, :accent, :corner, :greeting, :sound, :opens,
                            :todayHours, :todayDays, :consentText, :disabled)
                        """), site)
                .bind("key", site.key())
                .execute();
    }

    void update(Handle handle, Site site) {
        bind(handle.createUpdate("""
                        UPDATE site SET name = :name, origins = :origins, time_zone = :timeZone, locale = :locale,
                            accent = :accent, corner = :corner, greeting = :greeting, sound = :sound, opens = :opens,
                            today_hours = :todayHours, today_days = :todayDays, consent_text = :consentText, disabled = :disabled
                        WHERE id = :id
                        """), site).execute();
    }

    /** Fails when operators or departments are limited to the site. */
    void delete(Handle handle, SiteId id) {
        handle.createUpdate("DELETE FROM site WHERE id = :id")
                .bind("id", id.value())
                .execute();
    }

    private static Update bind(Update update, Site site) {
        return update.bind("id", site.id().value())
                .bind("name", site.name())
                .bind("origins", Documents.text(site.origins()))
                .bind("timeZone", site.timeZone().getId())
                .bind("locale", site.locale())
                .bind("accent", site.accent())
                .bind("corner", site.corner().name().toLowerCase(Locale.ROOT))
                .bind("greeting", Documents.text(new TreeMap<>(site.greeting())))
                .bind("sound", site.sound() ? 1 : 0)
                .bind("opens", site.opens() ? 1 : 0)
                .bind("todayHours", site.todaySpan() instanceof TodaySpan.Hours(int hours) ? hours : 0)
                .bind("todayDays", days(site.todaySpan()))
                .bind("consentText", site.consentText())
                .bind("disabled", site.disabled() ? 1 : 0);
    }

    private static int days(TodaySpan span) {
        return switch (span) {
            case TodaySpan.CalendarDay _, TodaySpan.Hours _ -> 0;
            case TodaySpan.Days(int days) -> days;
            case TodaySpan.Everything() -> EVERYTHING;
        };
    }

    private static TodaySpan span(int hours, int days) {
        if (days == EVERYTHING) {
            return new TodaySpan.Everything();
        }
        if (days > 0) {
            return new TodaySpan.Days(days);
        }
        return hours > 0 ? new TodaySpan.Hours(hours) : new TodaySpan.CalendarDay();
    }

    private static Site site(ResultSet row) throws SQLException {
        return new Site(
                new SiteId(row.getLong("id")),
                row.getString("key"),
                row.getString("name"),
                Documents.list(row.getString("origins")),
                ZoneId.of(row.getString("time_zone")),
                row.getString("locale"),
                row.getString("accent"),
                Corner.valueOf(row.getString("corner").toUpperCase(Locale.ROOT)),
                Documents.strings(row.getString("greeting")),
                row.getInt("sound") == 1,
                row.getInt("opens") == 1,
                span(row.getInt("today_hours"), row.getInt("today_days")),
                row.getString("consent_text"),
                row.getInt("disabled") == 1);
    }
}
