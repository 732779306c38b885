package chat.beseda.demo;

import chat.beseda.audit.Actor;
import chat.beseda.crowd.Shop;
import chat.beseda.people.People;
import chat.beseda.sites.Department;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.tags.Tags;
import chat.beseda.visitors.SiteCustoms;
import chat.beseda.visitors.VisitorSettings;
import chat.beseda.visitors.VisitorSettings.RatingScale;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything of a year beside its conversations: work, visits, goals, ratings, tags. */
final class Aftermath {
    private static final int VISITS_A_QUESTION = 14;
    private static final Map<String, List<String>> DEPARTMENTS = Map.of(
            "sales", List.of("Продажи", "Sales"),
            "delivery", List.of("Доставка"),
            "service", List.of("Сервис"),
            "support", List.of("Support"));

    private final Database database;
    private final People people;
    private final Tags tags;
    private final SiteCustoms customs;
    private final long seed;

    Aftermath(Database database, People people, Tags tags, SiteCustoms customs, long seed) {
        this.database = database;
        this.people = people;
        this.tags = tags;
        this.customs = customs;
        this.seed = seed;
    }

    /** Returns when it is stored. */
    void tell(List<Shop> shops, List<Told> told, Instant now) {
        var past = new SqlPast(database);
        Instant first = YearPlan.beginning(now);
        for (Shop shop : shops) {
            SiteId site = shop.site().id();
            ask(site);
            List<Told> ofShop = told.stream()
                    .filter(each -> each.plan().shop().site().id().equals(site))
                    .toList();
            new Visiting(shop, now, seed, past).tell(ofShop, first, ofShop.size() * VISITS_A_QUESTION);
            new Workdays(shop, now, seed, past)
                    .tell(ofShop, first.atZone(shop.rhythm().zone()).toLocalDate());
            new Opinions(shop, tags, seed, past).tell(ofShop, departments(site));
        }
        past.write();
    }

    private void ask(SiteId site) {
        VisitorSettings before = customs.of(site);
        customs.change(
                Actor.program(),
                site,
                new VisitorSettings(
                        before.previews(),
                        before.asksPlace(),
                        before.suggests(),
                        RatingScale.STARS,
                        before.files(),
                        before.fileMegabytes(),
                        before.fileKinds(),
                        before.pushes()));
    }

    private Map<String, Long> departments(SiteId site) {
        var ids = new HashMap<String, Long>();
        for (Department department : people.departments().all()) {
            DEPARTMENTS.forEach((topic, names) -> {
                if (names.contains(department.name()) && department.sites().contains(site)) {
                    ids.put(topic, department.id().value());
                }
            });
        }
        return ids;
    }
}
