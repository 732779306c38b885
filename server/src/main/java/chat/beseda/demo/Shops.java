package chat.beseda.demo;

import chat.beseda.crowd.Colleague;
import chat.beseda.crowd.Shop;
import chat.beseda.dialogues.Phrasebook;
import chat.beseda.dialogues.Rhythm;
import chat.beseda.dialogues.Voice;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.people.People;
import chat.beseda.sites.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the demo's shops in an installation that has been filled, whoever changed what in the meantime. */
final class Shops {
    private static final List<Integer> GARDEN_MONTHS = List.of(2, 3, 5, 9, 12, 10, 8, 6, 5, 4, 3, 3);
    private static final List<Integer> CYCLING_MONTHS = List.of(4, 4, 6, 8, 10, 10, 9, 8, 8, 6, 6, 7);

    private final People people;
    private final Map<String, Operator> byEmail;

    Shops(People people) {
        this.people = people;
        this.byEmail =
                people.operators().all().stream().collect(Collectors.toMap(Operator::email, Function.identity()));
    }

    /** The Russian one first; a shop whose site is gone is not there. */
    List<Shop> of(String origin) {
        var shops = new ArrayList<Shop>();
        for (Site site : people.sites().all()) {
            if (site.origins().contains(Cast.NORTHWIND)) {
                shops.add(northwind(site));
            } else if (shops.isEmpty()) {
                shops.add(dachaYard(site, origin));
            }
        }
        return shops;
    }

    private Shop dachaYard(Site site, String origin) {
        var rhythm = new Rhythm(site.timeZone(), 9, 20, GARDEN_MONTHS);
        return new Shop(site, origin + "/demo/", Phrasebook.russian(), rhythm, staff("ru"), boss());
    }

    private Shop northwind(Site site) {
        var rhythm = new Rhythm(site.timeZone(), 9, 18, CYCLING_MONTHS);
        return new Shop(site, Cast.NORTHWIND + "/", Phrasebook.english(), rhythm, staff("en"), boss());
    }

    /** Those who answer in the language; a supervisor lends a hand in his own. */
    private List<Colleague> staff(String language) {
        List<Cast> team = Cast.ALL.stream()
                .filter(one -> !one.equals(Cast.BOSS) && one.locale().equals(language))
                .toList();
        var staff = new ArrayList<Colleague>();
        for (int i = 0; i < team.size(); i++) {
            Operator operator = byEmail.get(team.get(i).login() + Company.AT);
            if (operator != null && !operator.disabled()) {
                staff.add(colleague(operator.id(), team.get(i), team.get((i + 1) % team.size())));
            }
        }
        return staff;
    }

    private Colleague boss() {
        Operator operator = byEmail.get(Cast.BOSS.login() + Company.AT);
        if (operator == null) {
            throw new IllegalStateException(
                    "the demo's administrator %s is gone".formatted(Cast.BOSS.login() + Company.AT));
        }
        return colleague(operator.id(), Cast.BOSS, Cast.ALL.get(1));
    }

    private static Colleague colleague(OperatorId id, Cast one, Cast neighbour) {
        var voice = new Voice(one.firstName(), one.woman(), neighbour.firstName());
        return new Colleague(id, voice, one.topics());
    }
}
