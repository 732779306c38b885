package chat.beseda.requestkinds;

import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is set of a kind of request.
 *
 * @param site null: of every site
 * @param name language to text, as visitors read it
 * @param department whose requests they are and by whose hours they go; null: the site's
 * @param order of kinds among each other
 * @param slotMinutes how long a call is that is ordered for a time
 * @param capacity how many calls one time takes
 * @param daysAhead up to which day from today times are offered; 0: none are
 * @param leadMinutes how long before a call it has to be ordered
 * @param soon whether a call "as soon as possible" may be ordered
 * @param soonMinutes open minutes until such a call is due
 * @param answerMinutes open minutes until a letter is due
 * @param remindMinutes how long before it is due somebody is reminded; 0: nobody is
 * @param rota who may be on duty; empty: everybody of the department
 */
public record KindDraft(
        @Nullable SiteId site,
        Nature nature,
        Map<String, String> name,
        Map<String, String> invitation,
        @Nullable DepartmentId department,
        boolean on,
        int order,
        Asks asks,
        List<KindField> fields,
        int slotMinutes,
        int capacity,
        int daysAhead,
        int leadMinutes,
        boolean soon,
        int soonMinutes,
        int answerMinutes,
        int remindMinutes,
        List<OperatorId> rota,
        Turn turn) {
    public KindDraft {
        name = Map.copyOf(name);
        invitation = Map.copyOf(invitation);
        fields = List.copyOf(fields);
        rota = List.copyOf(rota);
    }
}
