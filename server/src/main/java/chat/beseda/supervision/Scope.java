package chat.beseda.supervision;

import chat.beseda.forms.FieldChecks;
import chat.beseda.operators.Access;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.rest.Call;
import chat.beseda.sites.Department;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** What somebody may look at: the sites they serve and the colleagues they know. */
final class Scope {
    private final SupervisionHouse house;

    Scope(SupervisionHouse house) {
        this.house = house;
    }

    /** Those of the query that one may see, or all of them. */
    Set<SiteId> sites(Call call, FieldChecks checks) {
        Set<SiteId> own = ownSites(call.me());
        Set<SiteId> wanted = ids(call, "sites", SiteId::new, checks);
        wanted.stream()
                .filter(site -> !own.contains(site))
                .forEach(site -> checks.add("sites", "unknown", site.toString(), Map.of()));
        return wanted.isEmpty() ? own : wanted;
    }

    Set<SiteId> ownSites(Operator me) {
        return house.sites().all().stream()
                .map(Site::id)
                .filter(site -> Access.maySee(me, site))
                .collect(Collectors.toSet());
    }

    Set<DepartmentId> departments() {
        return house.departments().all().stream().map(Department::id).collect(Collectors.toSet());
    }

    /** The operators of the query; none where it names none. */
    Set<OperatorId> operators(Call call, FieldChecks checks) {
        Set<OperatorId> wanted = ids(call, "operators", OperatorId::new, checks);
        wanted.stream()
                .filter(id -> house.operators()
                        .byId(id)
                        .filter(operator -> Access.maySee(call.me(), operator))
                        .isEmpty())
                .forEach(id -> checks.add("operators", "unknown", id.toString(), Map.of()));
        return wanted;
    }

    /** Those of the query, or everybody one may see. */
    Set<OperatorId> whose(Call call, FieldChecks checks) {
        Set<OperatorId> wanted = operators(call, checks);
        return wanted.isEmpty() ? seen(call.me()) : wanted;
    }

    Set<OperatorId> seen(Operator me) {
        return colleagues(me).stream().map(Operator::id).collect(Collectors.toSet());
    }

    /** All one may see, by name. */
    List<Operator> colleagues(Operator me) {
        return house.operators().all().stream()
                .filter(operator -> Access.maySee(me, operator))
                .sorted(Comparator.comparing(Operator::name))
                .toList();
    }

    static <T> Set<T> ids(Call call, String field, LongFunction<T> make, FieldChecks checks) {
        var ids = new HashSet<T>();
        for (String text : words(call, field)) {
            try {
                ids.add(make.apply(Long.parseLong(text)));
            } catch (NumberFormatException notAnId) {
                checks.add(field, "unknown", text, Map.of());
            }
        }
        return ids;
    }

    /** What stands between the commas. */
    static List<String> words(Call call, String field) {
        return Arrays.stream(call.query(field).orElse("").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .limit(MOST)
                .toList();
    }

    private static final int MOST = 500;
}
