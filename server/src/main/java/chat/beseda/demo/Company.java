package chat.beseda.demo;

import chat.beseda.audit.Actor;
import chat.beseda.dialogues.TextFile;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorDraft;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OwnDraft;
import chat.beseda.operators.Role;
import chat.beseda.people.FirstSetUp;
import chat.beseda.people.InvitationDraft;
import chat.beseda.people.Invitations;
import chat.beseda.people.People;
import chat.beseda.sites.Corner;
import chat.beseda.sites.Department;
import chat.beseda.sites.DepartmentDraft;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteDraft;
import chat.beseda.sites.SiteId;
import chat.beseda.sites.TodaySpan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Hires the demo's people into an empty installation: two sites, their departments, eight operators with photos. */
final class Company {
    static final String NAME = "Дачный двор & Northwind";
    private static final String LANGUAGE_OF_THE_OFFICE = "ru";
    static final String AT = "@example.test";
    private static final Actor PROGRAM = Actor.program();

    private final People people;
    private final String password;

    /** @param password with which every one of them signs in */
    Company(People people, String password) {
        this.people = people;
        this.password = password;
    }

    /**
     * Makes all of it.
     *
     * @param origin where the server is reached: its pages under {@code /demo} are the first shop
     */
    void found(String origin) {
        Cast boss = Cast.BOSS;
        var first =
                new FirstSetUp.Wanted(boss.name(), boss.login() + AT, password, boss.locale(), NAME, dachaYard(origin));
        FirstSetUp.Made made = people.firstSetUp().make(PROGRAM, first);
        Site bikes = people.sites().create(PROGRAM, northwind());
        Map<String, DepartmentId> departments = departments(made.site().id(), bikes.id());
        people.operators()
                .changeOwn(made.administrator().id(), new OwnDraft(boss.name(), boss.title(), boss.locale(), "system"));
        photograph(made.administrator().id(), boss);
        for (Cast one : Cast.ALL) {
            if (!one.equals(boss)) {
                join(one, sites(one, made.site(), bikes), departments);
            }
        }
    }

    private void join(Cast one, Set<SiteId> sites, Map<String, DepartmentId> departments) {
        Set<DepartmentId> mine =
                one.departments().stream().map(departments::get).collect(Collectors.toUnmodifiableSet());
        var draft = new InvitationDraft(one.login() + AT, one.role(), sites, mine);
        String token = people.invitations().issue(PROGRAM, draft).token();
        var acceptance = new Invitations.Acceptance(one.name(), one.title(), password, one.locale());
        Operator operator = people.invitations().accept(token, acceptance, "127.0.0.1");
        people.operators()
                .change(
                        PROGRAM,
                        operator.id(),
                        new OperatorDraft(one.name(), one.title(), one.role(), one.capacity(), sites, mine, false));
        photograph(operator.id(), one);
    }

    private void photograph(OperatorId operator, Cast one) {
        byte[] picture = new TextFile("faces/" + one.face() + ".jpg").bytes();
        people.operators().setPhoto(PROGRAM, operator, people.photos().keep(picture));
    }

    private Map<String, DepartmentId> departments(SiteId dacha, SiteId bikes) {
        return Map.of(
                "Продажи", department("Продажи", dacha),
                "Доставка", department("Доставка", dacha),
                "Сервис", department("Сервис", dacha),
                "Sales", department("Sales", bikes),
                "Support", department("Support", bikes));
    }

    private DepartmentId department(String name, SiteId site) {
        Department made = people.departments().create(PROGRAM, new DepartmentDraft(name, List.of(site)));
        return made.id();
    }

    /** Whoever leads serves both shops, the others the one whose language they speak. */
    private static Set<SiteId> sites(Cast one, Site dacha, Site bikes) {
        return one.role() != Role.OPERATOR
                ? Set.of()
                : Set.of(one.locale().equals(LANGUAGE_OF_THE_OFFICE) ? dacha.id() : bikes.id());
    }

    private static SiteDraft dachaYard(String origin) {
        return site(
                "Дачный двор",
                origin,
                "Asia/Yekaterinburg",
                Site.AUTO_LOCALE,
                "#2f5d3a",
                Map.of(
                        "ru",
                                "Здравствуйте! Спросите про лопату, доставку или рассаду: отвечают те же люди, что копают.",
                        "en",
                                "Hello! Ask about a spade, delivery or seedlings: the people who answer are the people who dig."));
    }

    private static SiteDraft northwind() {
        return site(
                "Northwind Bikes",
                Cast.NORTHWIND,
                "Europe/London",
                "en",
                "#1f6f78",
                Map.of("en", "Hi! Ask us about sizes, servicing or your order. We usually answer within a minute."));
    }

    private static SiteDraft site(
            String name, String origin, String zone, String locale, String accent, Map<String, String> greeting) {
        return new SiteDraft(
                name,
                List.of(origin),
                zone,
                locale,
                accent,
                Corner.RIGHT,
                greeting,
                true,
                false,
                new TodaySpan.CalendarDay(),
                null,
                false);
    }
}
