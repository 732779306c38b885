package chat.beseda.guests;

import chat.beseda.requestkinds.Asks;
import chat.beseda.requestkinds.KindField;
import chat.beseda.requestkinds.KindId;
import chat.beseda.requestkinds.Nature;
import chat.beseda.requestkinds.RequestKind;
import chat.beseda.requests.Leaving;
import chat.beseda.requests.Request;
import chat.beseda.requests.RequestDraft;
import chat.beseda.requests.Requests;
import chat.beseda.requests.Slots;
import chat.beseda.sites.Site;
import chat.beseda.web.Json;
import chat.beseda.web.OwnOrigin;
import chat.beseda.web.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /api/visitor/KEY/requests}: what a visitor may leave to be dealt with later, and leaving it. */
public final class RequestDoor {
    private static final String PATH = "/api/visitor/{site}/requests";
    /** A text and some long fields of 4,000 letters each, of two bytes. */
    private static final int MOST_BYTES = 128 * 1024;

    private final Guests guests;
    private final Requests requests;
    private final OwnOrigin own;

    public RequestDoor(Guests guests, Requests requests, OwnOrigin own) {
        this.guests = guests;
        this.requests = requests;
        this.own = own;
    }

    record FieldView(String id, String label, String type, boolean required, List<String> choices) {
        static FieldView of(KindField field, String language, String standard) {
            return new FieldView(
                    field.id(),
                    field.label(language, standard),
                    word(field.type()),
                    field.required(),
                    field.choices(language, standard));
        }
    }

    record AsksView(String name, String phone, String email, String text) {
        static AsksView of(Asks asks) {
            return new AsksView(word(asks.name()), word(asks.phone()), word(asks.email()), word(asks.text()));
        }
    }

    /**
     * A kind.
     *
     * @param soon whether a call as soon as possible may be ordered
     * @param slots whether times may be chosen
     */
    record KindView(
            String id,
            String nature,
            String name,
            String invitation,
            AsksView asks,
            List<FieldView> fields,
            boolean soon,
            boolean slots) {}

    /** @param stamp to be sent back with a form */
    record Kinds(String stamp, List<KindView> kinds) {}

    record Day(String date, List<Long> slots) {}

    record SlotsView(
            String zone,
            boolean zoneKnown,
            int minutes,
            boolean soon,
            @Nullable Long soonAt,
            List<Day> days) {
        static SlotsView of(Slots.Offer offer) {
            return new SlotsView(
                    offer.zone().getId(),
                    offer.zoneKnown(),
                    offer.minutes(),
                    offer.soon(),
                    offer.soonAt(),
                    offer.days().stream()
                            .map(day -> new Day(day.date().toString(), day.slots()))
                            .toList());
        }
    }

    record Draft(
            String cid,
            String kind,
            String stamp,
            String trap,
            String name,
            String phone,
            String email,
            String text,
            @Nullable Long at,
            String zone,
            String language,
            String page,
            Map<String, String> answers) {}

    record Kept(String nature, @Nullable Long at, int minutes, long dueAt) {
        static Kept of(Request request) {
            return new Kept(
                    word(request.left().nature()),
                    request.left().slot(),
                    request.left().minutes(),
                    request.standing().dueAt());
        }
    }

    public void addTo(RoutesConfig routes) {
        routes.get(PATH, context -> {
            Guest guest = guests.of(context);
            answer(context, 200, kinds(guest.site(), asked(context, "language")));
        });
        routes.get(PATH + "/{kind}/slots", context -> {
            Guest guest = guests.of(context);
            answer(
                    context,
                    200,
                    SlotsView.of(requests.slots(guest.site(), kind(context, guest.site()), asked(context, "zone"))));
        });
        routes.post(PATH, context -> {
            own.checkChange(context);
            leave(context, guests.of(context));
        });
    }

    private Kinds kinds(Site site, String wished) {
        String standard = site.languageFor("");
        String language = site.languageFor(wished);
        return new Kinds(
                requests.stamps().issue(),
                requests.kindsFor(site.id()).stream()
                        .map(kind -> view(kind, language, standard))
                        .toList());
    }

    private static KindView view(RequestKind kind, String language, String standard) {
        boolean call = kind.draft().nature() == Nature.CALL;
        return new KindView(
                kind.id().toString(),
                word(kind.draft().nature()),
                kind.name(language, standard),
                kind.invitation(language, standard),
                AsksView.of(kind.draft().asks()),
                kind.draft().fields().stream()
                        .map(field -> FieldView.of(field, language, standard))
                        .toList(),
                call && kind.draft().soon(),
                call && kind.draft().daysAhead() > 0);
    }

    private RequestKind kind(Context context, Site site) {
        return requests.kindsFor(site.id()).stream()
                .filter(kind -> kind.id().equals(id(context.pathParam("kind"))))
                .findFirst()
                .orElseThrow(() -> Problem.of(404, "request_kind_unknown").refused());
    }

    private void leave(Context context, Guest guest) {
        Draft said = Json.body(context, MOST_BYTES, Draft.class);
        var draft = new RequestDraft(
                said.cid,
                id(said.kind),
                said.stamp,
                said.trap,
                said.name,
                said.phone,
                said.email,
                said.text,
                said.at,
                said.zone,
                said.language,
                said.page,
                said.answers);
        switch (requests.leave(guest.visitor(), guest.site(), draft, context.ip())) {
            case Leaving.Kept(Request request, boolean again) -> answer(context, again ? 200 : 201, Kept.of(request));
            case Leaving.Invalid invalid ->
                throw Problem.ofFields(invalid.faults().stream()
                                .map(fault ->
                                        new Problem.Field(fault.field(), fault.code(), fault.value(), fault.params()))
                                .toList())
                        .refused();
            case Leaving.SlotTaken(List<Long> next) -> {
                String free = next.stream().map(Object::toString).collect(Collectors.joining(","));
                throw new Problem(409, "slot_taken", Map.of("next", free), List.of(), null).refused();
            }
            case Leaving.Refused refused -> throw problem(refused).refused();
        }
    }

    private static Problem problem(Leaving.Refused refused) {
        return switch (refused.code()) {
            case "form_suspicious" -> Problem.of(422, refused.code());
            case "form_stale" -> new Problem(409, refused.code(), refused.params(), List.of(), null);
            default ->
                Problem.later(
                        429,
                        refused.code(),
                        Duration.ofSeconds(Long.parseLong(
                                Objects.requireNonNull(refused.params().get("seconds")))));
        };
    }

    /** What is no number names nothing. */
    private static KindId id(String said) {
        return new KindId(said.matches("\\d{1,18}") ? Long.parseLong(said) : 0);
    }

    private static String asked(Context context, String name) {
        return Objects.requireNonNullElse(context.queryParam(name), "");
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void answer(Context context, int status, Object answer) {
        context.status(status);
        context.header(Header.CACHE_CONTROL, "no-store");
        context.contentType("application/json");
        context.result(Json.bytes(answer));
    }
}
