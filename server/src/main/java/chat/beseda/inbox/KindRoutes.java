package chat.beseda.inbox;

import chat.beseda.operators.OperatorId;
import chat.beseda.operators.Permission;
import chat.beseda.requestkinds.Asks;
import chat.beseda.requestkinds.FieldType;
import chat.beseda.requestkinds.KindDraft;
import chat.beseda.requestkinds.KindField;
import chat.beseda.requestkinds.KindId;
import chat.beseda.requestkinds.Nature;
import chat.beseda.requestkinds.Need;
import chat.beseda.requestkinds.RequestKind;
import chat.beseda.requestkinds.RequestKinds;
import chat.beseda.requestkinds.Turn;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Kinds of requests, as administrators set them up. */
final class KindRoutes {
    private final RequestKinds kinds;

    KindRoutes(RequestKinds kinds) {
        this.kinds = kinds;
    }

    record AsksView(String name, String phone, String email, String text) {
        static AsksView of(Asks asks) {
            return new AsksView(
                    Fields.word(asks.name()),
                    Fields.word(asks.phone()),
                    Fields.word(asks.email()),
                    Fields.word(asks.text()));
        }
    }

    record FieldView(
            String id, Map<String, String> label, String type, boolean required, List<Map<String, String>> choices) {
        static FieldView of(KindField field) {
            return new FieldView(
                    field.id(), field.label(), Fields.word(field.type()), field.required(), field.choices());
        }
    }

    /** What is said of a kind. */
    record Draft(
            @Nullable String site,
            String nature,
            Map<String, String> name,
            Map<String, String> invitation,
            @Nullable String department,
            boolean on,
            int order,
            AsksView asks,
            List<FieldView> fields,
            int slotMinutes,
            int capacity,
            int daysAhead,
            int leadMinutes,
            boolean soon,
            int soonMinutes,
            int answerMinutes,
            int remindMinutes,
            List<String> rota,
            String turn) {}

    /**
     * A kind.
     *
     * @param used how many requests of it there are
     */
    record KindView(
            String id,
            int used,
            @Nullable String site,
            String nature,
            Map<String, String> name,
            Map<String, String> invitation,
            @Nullable String department,
            boolean on,
            int order,
            AsksView asks,
            List<FieldView> fields,
            int slotMinutes,
            int capacity,
            int daysAhead,
            int leadMinutes,
            boolean soon,
            int soonMinutes,
            int answerMinutes,
            int remindMinutes,
            List<String> rota,
            String turn) {

        static KindView of(RequestKind kind, int used) {
            KindDraft draft = kind.draft();
            return new KindView(
                    kind.id().toString(),
                    used,
                    draft.site() == null ? null : draft.site().toString(),
                    Fields.word(draft.nature()),
                    draft.name(),
                    draft.invitation(),
                    draft.department() == null ? null : draft.department().toString(),
                    draft.on(),
                    draft.order(),
                    AsksView.of(draft.asks()),
                    draft.fields().stream().map(FieldView::of).toList(),
                    draft.slotMinutes(),
                    draft.capacity(),
                    draft.daysAhead(),
                    draft.leadMinutes(),
                    draft.soon(),
                    draft.soonMinutes(),
                    draft.answerMinutes(),
                    draft.remindMinutes(),
                    draft.rota().stream().map(OperatorId::toString).toList(),
                    Fields.word(draft.turn()));
        }
    }

    List<Route> all() {
        Permission manage = Permission.MANAGE_SETTINGS;
        return List.of(
                Route.right(HandlerType.GET, "/api/request-kinds", manage, this::list),
                Route.right(HandlerType.POST, "/api/request-kinds", manage, this::create),
                Route.right(HandlerType.PUT, "/api/request-kinds/{id}", manage, this::change),
                Route.right(HandlerType.DELETE, "/api/request-kinds/{id}", manage, this::remove));
    }

    private List<KindView> list(Call call) {
        Map<KindId, Integer> used = kinds.used();
        return kinds.all().stream()
                .map(kind -> KindView.of(kind, used.getOrDefault(kind.id(), 0)))
                .toList();
    }

    private KindView create(Call call) {
        RequestKind made = kinds.create(call.actor(), draft(call));
        call.status(201);
        return KindView.of(made, 0);
    }

    private KindView change(Call call) {
        RequestKind changed = kinds.change(call.actor(), id(call), draft(call));
        return KindView.of(changed, kinds.used().getOrDefault(changed.id(), 0));
    }

    private @Nullable Object remove(Call call) {
        kinds.remove(call.actor(), id(call));
        return null;
    }

    private static KindId id(Call call) {
        return new KindId(call.id("request_kind"));
    }

    private static KindDraft draft(Call call) {
        Draft said = call.body(Draft.class);
        var fields = new Fields();
        var draft = new KindDraft(
                said.site == null ? null : fields.id("site", said.site, SiteId::new),
                fields.word("nature", said.nature, Nature.class),
                said.name,
                said.invitation,
                said.department == null ? null : fields.id("department", said.department, DepartmentId::new),
                said.on,
                said.order,
                asks(fields, said.asks),
                own(fields, said.fields),
                said.slotMinutes,
                said.capacity,
                said.daysAhead,
                said.leadMinutes,
                said.soon,
                said.soonMinutes,
                said.answerMinutes,
                said.remindMinutes,
                rota(fields, said.rota),
                fields.word("turn", said.turn, Turn.class));
        fields.refuse();
        return draft;
    }

    private static Asks asks(Fields fields, AsksView said) {
        return new Asks(
                fields.word("asks.name", said.name, Need.class),
                fields.word("asks.phone", said.phone, Need.class),
                fields.word("asks.email", said.email, Need.class),
                fields.word("asks.text", said.text, Need.class));
    }

    private static List<KindField> own(Fields fields, List<FieldView> said) {
        var own = new ArrayList<KindField>();
        for (int at = 0; at < said.size(); at++) {
            FieldView field = said.get(at);
            FieldType type = fields.word("fields[%d].type".formatted(at), field.type, FieldType.class);
            own.add(new KindField(field.id, field.label, type, field.required, field.choices));
        }
        return own;
    }

    private static List<OperatorId> rota(Fields fields, List<String> said) {
        var rota = new ArrayList<OperatorId>();
        said.stream()
                .map(id -> fields.id("rota", id, OperatorId::new))
                .filter(Objects::nonNull)
                .forEach(rota::add);
        return rota;
    }
}
