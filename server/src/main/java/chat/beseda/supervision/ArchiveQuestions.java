package chat.beseda.supervision;

import chat.beseda.archive.Archive;
import chat.beseda.archive.ArchiveFilter;
import chat.beseda.archive.ArchiveFilter.Trait;
import chat.beseda.archive.Side;
import chat.beseda.archive.Sought;
import chat.beseda.archive.WeekHours;
import chat.beseda.forms.FieldChecks;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.sites.DepartmentId;
import chat.beseda.tags.TagId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads what is asked of the archive out of a query; everything wrong with it is told at once. */
final class ArchiveQuestions {
    private static final int LONGEST = 200;

    private final SupervisionHouse house;
    private final Scope scope;

    ArchiveQuestions(SupervisionHouse house) {
        this.house = house;
        this.scope = new Scope(house);
    }

    Archive.Question read(Call call, FieldChecks checks) {
        Period period = Period.read(call, checks, house.clock());
        long late = late();
        var filter = new ArchiveFilter(
                period.start(),
                period.end(),
                hours(call, period, checks),
                scope.sites(call, checks),
                scope.operators(call, checks),
                Scope.ids(call, "departments", DepartmentId::new, checks),
                Scope.ids(call, "tags", TagId::new, checks),
                numbers(call, "scores", 1, 5, checks),
                isOn(call, "late", checks) ? Long.valueOf(late) : null,
                traits(call, checks),
                text(call, "language", checks),
                text(call, "city", checks),
                text(call, "page", checks),
                text(call, "source", checks));
        return new Archive.Question(
                filter,
                sought(call, checks),
                word(call, "side", Side.class, checks),
                isOn(call, "notes", checks),
                word(call, "order", Archive.Order.class, checks),
                late);
    }

    /** From which wait on an answer is late, in milliseconds. */
    long late() {
        return house.settings().now().lateness().after().toMillis();
    }

    static @Nullable Sought sought(Call call, FieldChecks checks) {
        Optional<String> words = call.query("words").filter(text -> !text.isBlank());
        return words.isEmpty() ? null : Sought.read("words", words.get(), checks);
    }

    static <E extends Enum<E>> E word(Call call, String field, Class<E> kind, FieldChecks checks) {
        E[] all = kind.getEnumConstants();
        List<String> words = Arrays.stream(all)
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        String said = call.query(field).orElse(words.getFirst());
        checks.oneOf(field, said, words);
        return all[Math.max(0, words.indexOf(said))];
    }

    private static Set<Trait> traits(Call call, FieldChecks checks) {
        return EnumSet.allOf(Trait.class).stream()
                .filter(trait -> isOn(call, Fields.word(trait), checks))
                .collect(Collectors.toSet());
    }

    private static WeekHours hours(Call call, Period period, FieldChecks checks) {
        return WeekHours.of(
                period.zone(), numbers(call, "weekdays", 1, 7, checks), numbers(call, "hours", 0, 23, checks));
    }

    private static boolean isOn(Call call, String field, FieldChecks checks) {
        String said = call.query(field).orElse("false");
        checks.oneOf(field, said, List.of("true", "false"));
        return said.equals("true");
    }

    private static String text(Call call, String field, FieldChecks checks) {
        return checks.line(field, call.query(field).orElse(""), 0, LONGEST);
    }

    private static Set<Integer> numbers(Call call, String field, int least, int most, FieldChecks checks) {
        List<String> known =
                IntStream.rangeClosed(least, most).mapToObj(Integer::toString).toList();
        List<String> said = Scope.words(call, field);
        said.forEach(number -> checks.oneOf(field, number, known));
        return said.stream().filter(known::contains).map(Integer::valueOf).collect(Collectors.toSet());
    }
}
