package chat.beseda.operators;

import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Dialect;
import chat.beseda.storage.Documents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

public final class SqlOperatorStore {
    private static final TypeReference<Set<String>> WORDS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Profile.Called>> CALLED = new TypeReference<>() {};
    private static final String COLUMNS =
            "id, name, email, title, photo, role, state, state_why, capacity, languages, skills, locale, theme, "
                    + "disabled, created_at, last_seen_at, translations, status, status_until, working_hours";

    List<Operator> all(Handle handle) {
        Map<Long, Set<Long>> sites = links(handle, "SELECT operator_id, site_id AS target FROM operator_site");
        Map<Long, Set<Long>> departments =
                links(handle, "SELECT operator_id, department_id AS target FROM operator_department");
        return handle.createQuery("SELECT " + COLUMNS + " FROM operator")
                .map((row, context) -> operator(row, sites, departments))
                .list();
    }

    Optional<Operator> byId(Handle handle, OperatorId id) {
        return all(handle).stream().filter(operator -> operator.id().equals(id)).findFirst();
    }

    boolean hasOtherAdministrator(Handle handle, OperatorId but) {
        return handle.createQuery(
                                "SELECT COUNT(*) FROM operator WHERE role = 'administrator' AND disabled = 0 AND id <> :id")
                        .bind("id", but.value())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    boolean mayEnter(Handle handle, OperatorId id) {
        return handle.createQuery("SELECT COUNT(*) FROM operator WHERE id = :id AND disabled = 0")
                        .bind("id", id.value())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    public boolean hasEmail(Handle handle, String email) {
        return handle.createQuery("SELECT COUNT(*) FROM operator WHERE email = :email")
                        .bind("email", email)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    void insert(Handle handle, Operator operator, String password) {
        bind(handle.createUpdate("INSERT INTO operator (" + COLUMNS + ", password) " + """
                        VALUES (:id, :name, :email, :title, :photo, :role, :state, :why, :capacity, :languages, :skills,
                            :locale, :theme, :disabled, :createdAt, :lastSeenAt, :translations, :status, :statusUntil, :hours, :password)
                        """), operator)
                .bind("email", operator.email())
                .bind("createdAt", operator.createdAt())
                .bind("lastSeenAt", operator.lastSeenAt())
                .bind("password", password)
                .execute();
        insertLinks(handle, operator);
    }

    /** Everything but the address, the password and the sign of life. */
    void update(Handle handle, Operator operator) {
        bind(handle.createUpdate("""
                        UPDATE operator
                        SET name = :name, title = :title, photo = :photo, role = :role, state = :state, state_why = :why,
                            capacity = :capacity, languages = :languages, skills = :skills, locale = :locale, theme = :theme, disabled = :disabled,
                            translations = :translations, status = :status, status_until = :statusUntil, working_hours = :hours
                        WHERE id = :id
                        """), operator).execute();
        long id = operator.id().value();
        handle.createUpdate("DELETE FROM operator_site WHERE operator_id = :id")
                .bind("id", id)
                .execute();
        handle.createUpdate("DELETE FROM operator_department WHERE operator_id = :id")
                .bind("id", id)
                .execute();
        insertLinks(handle, operator);
    }

    public void updatePassword(Handle handle, OperatorId id, String password) {
        handle.createUpdate("UPDATE operator SET password = :password WHERE id = :id")
                .bind("id", id.value())
                .bind("password", password)
                .execute();
    }

    public Optional<String> password(Handle handle, OperatorId id) {
        return handle.createQuery("SELECT password FROM operator WHERE id = :id")
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne();
    }

    /** The hash of the password of somebody who may come in; nobody changes it until the transaction ends. */
    public Optional<String> heldPassword(Handle handle, Dialect dialect, OperatorId id) {
        return handle.createQuery("SELECT password FROM operator WHERE id = :id AND disabled = 0 <holding>")
                .define("holding", dialect.holdingRows())
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne();
    }

    private static Map<Long, Set<Long>> links(Handle handle, String sql) {
        return handle.createQuery(sql)
                .map((row, context) -> Map.entry(row.getLong("operator_id"), row.getLong("target")))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    private static void insertLinks(Handle handle, Operator operator) {
        for (SiteId site : operator.sites()) {
            handle.createUpdate("INSERT INTO operator_site (operator_id, site_id) VALUES (:operator, :site)")
                    .bind("operator", operator.id().value())
                    .bind("site", site.value())
                    .execute();
        }
        for (DepartmentId department : operator.departments()) {
            handle.createUpdate(
                            "INSERT INTO operator_department (operator_id, department_id) VALUES (:operator, :department)")
                    .bind("operator", operator.id().value())
                    .bind("department", department.value())
                    .execute();
        }
    }

    private static Update bind(Update update, Operator operator) {
        Profile profile = operator.profile();
        Profile.Status status = profile.status();
        return update.bind("id", operator.id().value())
                .bind("name", operator.name())
                .bind("title", operator.title())
                .bind("photo", operator.photo())
                .bind("role", operator.role().name().toLowerCase(Locale.ROOT))
                .bind("state", operator.state().name().toLowerCase(Locale.ROOT))
                .bind("why", operator.why().name().toLowerCase(Locale.ROOT))
                .bind("capacity", operator.capacity())
                .bind("languages", text(operator.abilities().languages()))
                .bind("skills", text(operator.abilities().skills()))
                .bind("locale", operator.locale())
                .bind("theme", operator.theme())
                .bind("disabled", operator.disabled() ? 1 : 0)
                .bind("translations", Documents.text(profile.translations()))
                .bind("status", status == null ? "" : status.text())
                .bind("statusUntil", status == null ? null : status.until())
                .bind("hours", profile.hours().days().isEmpty() ? "" : Documents.text(profile.hours()));
    }

    private static String text(Set<String> words) {
        return JsonMapper.shared().writeValueAsString(words.stream().sorted().toList());
    }

    private static Set<String> words(String text) {
        return JsonMapper.shared().readValue(text, WORDS);
    }

    private static Profile.@Nullable Status status(ResultSet row) throws SQLException {
        String text = row.getString("status");
        long until = row.getLong("status_until");
        @Nullable Long end = row.wasNull() ? null : until;
        return text.isEmpty() ? null : new Profile.Status(text, end);
    }

    private static WorkingHours hours(String text) {
        return text.isEmpty() ? WorkingHours.NONE : Documents.read(text, WorkingHours.class);
    }

    private static Operator operator(ResultSet row, Map<Long, Set<Long>> sites, Map<Long, Set<Long>> departments)
            throws SQLException {
        long id = row.getLong("id");
        long lastSeenAt = row.getLong("last_seen_at");
        @Nullable Long seen = row.wasNull() ? null : lastSeenAt;
        var profile = new Profile(
                row.getString("name"),
                row.getString("title"),
                JsonMapper.shared().readValue(row.getString("translations"), CALLED),
                row.getString("photo"),
                row.getString("locale"),
                row.getString("theme"),
                status(row),
                hours(row.getString("working_hours")));
        var duties = new Duties(
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                row.getInt("capacity"),
                sites.getOrDefault(id, Set.of()).stream().map(SiteId::new).collect(Collectors.toSet()),
                departments.getOrDefault(id, Set.of()).stream()
                        .map(DepartmentId::new)
                        .collect(Collectors.toSet()),
                new Abilities(words(row.getString("languages")), words(row.getString("skills"))),
                row.getInt("disabled") == 1);
        return new Operator(
                new OperatorId(id),
                row.getString("email"),
                profile,
                duties,
                OperatorState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                OperatorState.Why.valueOf(row.getString("state_why").toUpperCase(Locale.ROOT)),
                row.getLong("created_at"),
                seen);
    }
}
