package chat.beseda.supervision;

import chat.beseda.forms.FieldChecks;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.reports.Question;
import chat.beseda.rest.Call;
import chat.beseda.schedules.Choice;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import chat.beseda.worktime.Days;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what figures are asked of, and tells it again in words. */
final class ReportQuestions {
    static final long STANDARD_WITHIN = 60;
    private static final long MOST_WITHIN = 86_400;

    private final SupervisionHouse house;
    private final Scope scope;

    ReportQuestions(SupervisionHouse house) {
        this.house = house;
        this.scope = new Scope(house);
    }

    Question read(Call call, FieldChecks checks) {
        Period period = Period.read(call, checks, house.clock());
        Set<SiteId> sites = scope.sites(call, checks);
        return new Question(
                period.days(),
                sites,
                sites.containsAll(scope.ownSites(call.me())),
                Scope.ids(call, "departments", DepartmentId::new, checks),
                scope.operators(call, checks),
                scope.seen(call.me()),
                call.number(checks, "within", STANDARD_WITHIN, 1, MOST_WITHIN) * 1_000,
                house.settings().now().lateness());
    }

    /**
     * The question of a report that goes out by itself, within what its owner may see; empty when nothing is left of what was chosen: it
     * would tell of everything instead.
     */
    Optional<Question> of(Operator owner, Choice choice, Days days) {
        Set<SiteId> own = scope.ownSites(owner);
        Set<SiteId> sites = kept(choice.sites(), own);
        Set<OperatorId> seen = scope.seen(owner);
        Set<OperatorId> operators = kept(choice.operators(), seen);
        boolean isNothingLeft = (sites.isEmpty() && !choice.sites().isEmpty())
                || (operators.isEmpty() && !choice.operators().isEmpty());
        if (isNothingLeft) {
            return Optional.empty();
        }
        return Optional.of(new Question(
                days,
                sites.isEmpty() ? own : sites,
                sites.isEmpty() || sites.containsAll(own),
                choice.departments(),
                operators,
                seen,
                STANDARD_WITHIN * 1_000,
                house.settings().now().lateness()));
    }

    private static <T> Set<T> kept(Set<T> wanted, Set<T> allowed) {
        return wanted.stream().filter(allowed::contains).collect(Collectors.toSet());
    }

    /** The days, and the names of what was chosen. */
    List<ReportTable.Note> told(Question question, Function<String, String> text) {
        String days = "%s – %s, %s"
                .formatted(
                        question.days().from(),
                        question.days().until(),
                        question.days().zone().getId());
        return Stream.of(
                        new ReportTable.Note(text.apply("period"), days),
                        question.allSites()
                                ? null
                                : chosen(text.apply("sites"), question.sites(), id -> site(id.toString())),
                        chosen(text.apply("departments"), question.departments(), id -> department(id.toString())),
                        chosen(text.apply("operators"), question.operators(), id -> operator(id.toString())))
                .filter(Objects::nonNull)
                .toList();
    }

    private static <T> ReportTable.@Nullable Note chosen(String name, Collection<T> ids, Function<T, String> naming) {
        return ids.isEmpty()
                ? null
                : new ReportTable.Note(name, ids.stream().map(naming).sorted().collect(Collectors.joining(", ")));
    }

    String site(String id) {
        return house.sites().all().stream()
                .filter(site -> site.id().toString().equals(id))
                .map(site -> site.name())
                .findFirst()
                .orElse("");
    }

    String department(String id) {
        return house.departments().all().stream()
                .filter(department -> department.id().toString().equals(id))
                .map(department -> department.name())
                .findFirst()
                .orElse("");
    }

    String operator(String id) {
        return house.operators().all().stream()
                .filter(operator -> operator.id().toString().equals(id))
                .map(Operator::name)
                .findFirst()
                .orElse("");
    }
}
