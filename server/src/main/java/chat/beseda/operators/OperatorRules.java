package chat.beseda.operators;

import chat.beseda.forms.FieldChecks;
import chat.beseda.security.PasswordRules;
import chat.beseda.sites.Departments;
import chat.beseda.sites.Site;
import chat.beseda.sites.Sites;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an operator has to look like. */
public final class OperatorRules {
    static final int NAME_LENGTH = 100;
    static final int MOST_CAPACITY = 100;
    static final int STANDARD_CAPACITY = 5;
    static final List<String> THEMES = List.of("system", "light", "dark");
    private static final int STATUS_LENGTH = 80;
    private static final long LONGEST_STATUS = Duration.ofDays(366).toMillis();
    private static final int WEEK = 7;
    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final int MOST_SKILLS = 30;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final int EMAIL_LENGTH = 254;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\"<>,;:()\\[\\]\\\\]+@[^@\\s\"<>,;:()\\[\\]\\\\]+");

    private final Sites sites;
    private final Departments departments;
    private final PasswordRules passwords = new PasswordRules();

    OperatorRules(Sites sites, Departments departments) {
        this.sites = sites;
        this.departments = departments;
    }

    /** The operator as the draft wants them. Capacity, sites, departments and texts are checked. */
    Operator changed(Operator now, OperatorDraft draft) {
        var checks = new FieldChecks();
        String name = checks.line("name", draft.name(), 1, NAME_LENGTH);
        String title = checks.line("title", draft.title(), 0, NAME_LENGTH);
        checks.range("capacity", draft.capacity(), 1, MOST_CAPACITY);
        sites.checkKnown(checks, "sites", draft.sites());
        departments.checkKnown(checks, "departments", draft.departments());
        Abilities abilities = draft.abilities() == null ? now.abilities() : abilities(checks, draft.abilities());
        checks.refuse();
        return now.with(now.profile().named(name, title))
                .with(new Duties(
                        draft.role(),
                        draft.capacity(),
                        draft.sites(),
                        draft.departments(),
                        abilities,
                        draft.disabled()));
    }

    Operator changed(Operator now, OwnDraft draft) {
        var checks = new FieldChecks();
        String name = checks.line("name", draft.name(), 1, NAME_LENGTH);
        String title = checks.line("title", draft.title(), 0, NAME_LENGTH);
        checks.oneOf("locale", draft.locale(), Site.LANGUAGES);
        checks.oneOf("theme", draft.theme(), THEMES);
        Map<String, Profile.Called> translations = draft.translations() == null
                ? now.profile().translations()
                : translations(checks, draft.translations());
        WorkingHours hours = draft.hours() == null ? now.profile().hours() : hours(checks, draft.hours());
        checks.refuse();
        return now.with(new Profile(
                name,
                title,
                translations,
                now.photo(),
                draft.locale(),
                draft.theme(),
                now.profile().status(),
                hours));
    }

    /** @param until null: until it is taken back */
    static Profile.@Nullable Status status(String said, @Nullable Long until, long now) {
        var checks = new FieldChecks();
        String text = checks.line("text", said, 0, STATUS_LENGTH);
        if (until != null && !text.isEmpty()) {
            checks.range("until", until, now + 1, now + LONGEST_STATUS);
        }
        checks.refuse();
        return text.isEmpty() ? null : new Profile.Status(text, until);
    }

    private static Map<String, Profile.Called> translations(FieldChecks checks, Map<String, Profile.Called> said) {
        var kept = new HashMap<String, Profile.Called>();
        said.forEach((language, called) -> {
            String at = "translations." + language + ".";
            checks.oneOf("translations", language, Site.LANGUAGES);
            String name = checks.line(at + "name", called.name(), 0, NAME_LENGTH);
            String title = checks.line(at + "title", called.title(), 0, NAME_LENGTH);
            if (!name.isEmpty() || !title.isEmpty()) {
                kept.put(language, new Profile.Called(name, title));
            }
        });
        return kept;
    }

    private static WorkingHours hours(FieldChecks checks, WorkingHours said) {
        if (said.days().isEmpty()) {
            return WorkingHours.NONE;
        }
        if (!ZoneId.getAvailableZoneIds().contains(said.timeZone())) {
            checks.add("hours.timeZone", "time_zone", said.timeZone(), Map.of());
        }
        var days = new TreeMap<Integer, WorkingHours.Day>();
        for (WorkingHours.Day day : said.days()) {
            checks.range("hours.days.weekday", day.weekday(), 1, WEEK);
            checks.range("hours.days.from", day.from(), 0, MINUTES_OF_DAY - 1);
            checks.range("hours.days.to", day.to(), 0, MINUTES_OF_DAY);
            if (days.put(day.weekday(), day) != null) {
                checks.add("hours.days", "taken", Integer.toString(day.weekday()), Map.of());
            }
        }
        return new WorkingHours(said.timeZone(), List.copyOf(days.values()));
    }

    /**
     * A new operator. Field names begin with the prefix, such as {@code administrator.}
     *
     * @return the operator; refusing is left to the caller, who may have more to check
     */
    public Operator joining(FieldChecks checks, String prefix, OperatorId id, NewOperator person, long now) {
        String email = email(checks, prefix + "email", person.email());
        String name = checks.line(prefix + "name", person.name(), 1, NAME_LENGTH);
        checkPassword(checks, prefix + "password", person.password(), List.of(name, email));
        sites.checkKnown(checks, prefix + "sites", person.sites());
        departments.checkKnown(checks, prefix + "departments", person.departments());
        String title = checks.line(prefix + "title", person.title(), 0, NAME_LENGTH);
        String locale = Site.LANGUAGES.contains(person.locale()) ? person.locale() : Site.LANGUAGES.getFirst();
        return new Operator(
                id,
                email,
                new Profile(name, title, null, locale, THEMES.getFirst()),
                new Duties(
                        person.role(),
                        STANDARD_CAPACITY,
                        person.sites(),
                        person.departments(),
                        Abilities.none(),
                        false),
                OperatorState.ONLINE,
                OperatorState.Why.OWN,
                now,
                null);
    }

    private static Abilities abilities(FieldChecks checks, Abilities said) {
        said.languages().stream()
                .filter(language -> !LANGUAGES.contains(language))
                .sorted()
                .forEach(language -> checks.add("languages", "unknown", language, Map.of()));
        checks.range("skills.length", said.skills().size(), 0, MOST_SKILLS);
        Set<String> skills = said.skills().stream()
                .map(skill -> checks.line("skills", skill, 1, Abilities.LONGEST_SKILL))
                .map(skill -> skill.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        return new Abilities(said.languages(), skills);
    }

    public static String email(FieldChecks checks, String field, String said) {
        String email = checks.line(field, said, 1, EMAIL_LENGTH).toLowerCase(Locale.ROOT);
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            checks.add(field, "email", said, Map.of());
        }
        return email;
    }

    public void checkPassword(FieldChecks checks, String field, String password, List<String> own) {
        passwords
                .faultOf(password, own)
                .ifPresent(fault -> checks.add(
                        field,
                        switch (fault) {
                            case TOO_SHORT -> "too_short";
                            case TOO_LONG -> "too_long";
                            case COMMON -> "password_common";
                            case PERSONAL -> "password_personal";
                        },
                        null,
                        Map.of(
                                "least", Integer.toString(PasswordRules.LEAST),
                                "most", Integer.toString(PasswordRules.MOST))));
    }
}
