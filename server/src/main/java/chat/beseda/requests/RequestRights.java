package chat.beseda.requests;

import chat.beseda.operators.Access;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.Operators;
import chat.beseda.operators.Permission;
import chat.beseda.requestkinds.KindId;
import chat.beseda.requestkinds.RequestKind;
import chat.beseda.requestkinds.RequestKinds;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteId;
import chat.beseda.sites.Sites;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who sees which requests: whoever is in the department of their kind, or in its rota, on the sites they serve. Thread-safe. */
public final class RequestRights {
    private final RequestKinds kinds;
    private final Sites sites;
    private final Operators operators;

    RequestRights(RequestKinds kinds, Sites sites, Operators operators) {
        this.kinds = kinds;
        this.sites = sites;
        this.operators = operators;
    }

    /** The kinds whose requests somebody may see, as far as these are of sites they serve. */
    public List<RequestKind> kinds(Operator operator) {
        return kinds.all().stream().filter(kind -> isTheirs(operator, kind)).toList();
    }

    Set<KindId> kindIds(Operator operator) {
        return kinds(operator).stream().map(RequestKind::id).collect(Collectors.toSet());
    }

    Set<SiteId> sites(Operator operator) {
        return sites.all().stream()
                .map(Site::id)
                .filter(site -> Access.maySee(operator, site))
                .collect(Collectors.toSet());
    }

    public boolean mayRead(Operator operator, Request request) {
        return mayRead(operator, request.kind(), request.site());
    }

    boolean mayRead(Operator operator, KindId kind, SiteId site) {
        return Access.maySee(operator, site)
                && kinds.byId(kind).filter(known -> isTheirs(operator, known)).isPresent();
    }

    boolean mayWork(Operator operator, Request request) {
        return Access.may(operator, Permission.ANSWER) && mayRead(operator, request);
    }

    /** Whether it is for somebody to see to it: it is theirs, or nobody's while they are on duty. */
    public boolean concerns(Operator operator, Request request, long now) {
        return switch (request.standing().state()) {
            case DONE -> false;
            case CLAIMED -> operator.id().equals(request.standing().owner());
            case OPEN ->
                kinds.byId(request.kind())
                        .map(kind -> duty(kind, now, zone(request.site())))
                        .filter(duty -> duty.isEmpty() || duty.contains(operator.id()))
                        .isPresent();
        };
    }

    /** Who of the kind's rota is on duty, of those who may still come in; nobody: everybody is. */
    public List<OperatorId> duty(RequestKind kind, long now, ZoneId zone) {
        return kind.duty(
                now,
                zone,
                one -> operators.byId(one).filter(known -> !known.disabled()).isPresent());
    }

    /** By whose days duty changes. */
    public ZoneId zone(SiteId site) {
        return sites.byId(site).map(Site::timeZone).orElse(ZoneOffset.UTC);
    }

    private static boolean isTheirs(Operator operator, RequestKind kind) {
        SiteId site = kind.draft().site();
        if (site != null && !Access.maySee(operator, site)) {
            return false;
        }
        return kind.draft().department() == null
                || operator.departments().contains(kind.draft().department())
                || kind.draft().rota().contains(operator.id())
                || Access.may(operator, Permission.READ_ALL);
    }
}
