package chat.beseda.settings;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.forms.FieldChecks;
import chat.beseda.storage.Database;
import chat.beseda.storage.Transaction;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Keeps the {@link Settings}. Reads come from memory. Thread-safe. */
public final class InstallationSettings {
    public static final Settings STANDARD = new Settings(
            "Beseda",
            false,
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(72),
            Duration.ZERO,
            Duration.ofHours(1),
            new Lateness(Duration.ofMinutes(5), Duration.ofMinutes(2), false));

    private static final int LEAST_IDLE = 15;
    private static final int MOST_IDLE = 4 * 60;
    private static final int MOST_AWAY_AFTER = 4 * 60;
    private static final int MOST_EDITING = 7 * 24 * 60;
    private static final int MOST_LATE_AFTER = 60;
    private static final int LEAST_ABSOLUTE = 60;
    private static final int MOST_ABSOLUTE = 24 * 60;
    /** Greatest number of characters of a company's name. */
    public static final int COMPANY_LENGTH = 100;

    private final Database database;
    private final Audit audit;
    private final Consumer<Object> news;
    private final SqlSettingStore store = new SqlSettingStore();
    private final AtomicReference<Settings> now;

    /** @param news told {@link SettingsChanged} after each change: the bus */
    public InstallationSettings(Database database, Audit audit, Consumer<Object> news) {
        this.database = database;
        this.audit = audit;
        this.news = news;
        this.now = new AtomicReference<>(settings(database.read(store::all)));
    }

    public Settings now() {
        return now.get();
    }

    /**
     * Replaces all of them.
     *
     * @throws InvalidFields naming everything that is out of range
     */
    public Settings change(Actor actor, Settings wanted) {
        return database.write(transaction -> change(transaction, actor, wanted));
    }

    /** Changes them inside somebody else's transaction. */
    public Settings change(Transaction transaction, Actor actor, Settings wanted) {
        Settings settings = check(wanted);
        Map<String, String> rows = rows(settings);
        rows.forEach((name, value) -> store.put(transaction.handle(), name, value));
        audit.write(transaction, actor, "settings.changed", "settings", rows);
        transaction.afterCommit(() -> {
            now.set(settings);
            news.accept(new SettingsChanged(settings));
        });
        return settings;
    }

    /** True for the first who asks, ever, on whatever node: the others wait for their commit and hear no. */
    public boolean claimSetUp(Transaction transaction, long now) {
        return store.putFirst(transaction.handle(), "setUpAt", Long.toString(now));
    }

    private static Settings check(Settings wanted) {
        var checks = new FieldChecks();
        String company = checks.line("company", wanted.company(), 1, COMPANY_LENGTH);
        checks.range("sessionIdleMinutes", wanted.sessionIdle().toMinutes(), LEAST_IDLE, MOST_IDLE);
        checks.range("sessionAbsoluteMinutes", wanted.sessionAbsolute().toMinutes(), LEAST_ABSOLUTE, MOST_ABSOLUTE);
        checks.range("awayAfterMinutes", wanted.awayAfter().toMinutes(), 0, MOST_AWAY_AFTER);
        checks.range("editMinutes", wanted.editing().toMinutes(), 0, MOST_EDITING);
        long lateAfter = wanted.lateness().after().toMinutes();
        checks.range("lateAfterMinutes", lateAfter, 1, MOST_LATE_AFTER);
        checks.range("lateWarningMinutes", wanted.lateness().warning().toMinutes(), 0, Math.max(0, lateAfter - 1));
        checks.range("invitationHours", wanted.invitationLife().toHours(), 1, 7 * 24);
        checks.refuse();
        return new Settings(
                company,
                wanted.demo(),
                wanted.sessionIdle(),
                wanted.sessionAbsolute(),
                wanted.invitationLife(),
                wanted.awayAfter(),
                wanted.editing(),
                wanted.lateness());
    }

    private static Map<String, String> rows(Settings settings) {
        var rows = new TreeMap<String, String>();
        rows.put("company", settings.company());
        rows.put("demo", Boolean.toString(settings.demo()));
        rows.put("sessionIdleMinutes", Long.toString(settings.sessionIdle().toMinutes()));
        rows.put(
                "sessionAbsoluteMinutes",
                Long.toString(settings.sessionAbsolute().toMinutes()));
        rows.put("awayAfterMinutes", Long.toString(settings.awayAfter().toMinutes()));
        rows.put("editMinutes", Long.toString(settings.editing().toMinutes()));
        rows.put("lateAfterMinutes", Long.toString(settings.lateness().after().toMinutes()));
        rows.put(
                "lateWarningMinutes",
                Long.toString(settings.lateness().warning().toMinutes()));
        rows.put("lateInWorkingHours", Boolean.toString(settings.lateness().workingHours()));
        rows.put("invitationHours", Long.toString(settings.invitationLife().toHours()));
        return rows;
    }

    /** Limits that an older version allowed are brought to the nearest that are allowed now. */
    private static Settings settings(Map<String, String> stored) {
        Map<String, String> rows = rows(STANDARD);
        rows.putAll(stored);
        return new Settings(
                rows.getOrDefault("company", ""),
                Boolean.parseBoolean(rows.get("demo")),
                Duration.ofMinutes(Math.clamp(number(rows, "sessionIdleMinutes"), LEAST_IDLE, MOST_IDLE)),
                Duration.ofMinutes(Math.clamp(number(rows, "sessionAbsoluteMinutes"), LEAST_ABSOLUTE, MOST_ABSOLUTE)),
                Duration.ofHours(number(rows, "invitationHours")),
                Duration.ofMinutes(Math.clamp(number(rows, "awayAfterMinutes"), 0, MOST_AWAY_AFTER)),
                Duration.ofMinutes(number(rows, "editMinutes")),
                new Lateness(
                        Duration.ofMinutes(number(rows, "lateAfterMinutes")),
                        Duration.ofMinutes(number(rows, "lateWarningMinutes")),
                        Boolean.parseBoolean(rows.get("lateInWorkingHours"))));
    }

    private static long number(Map<String, String> rows, String name) {
        return Long.parseLong(rows.getOrDefault(name, "0"));
    }
}
