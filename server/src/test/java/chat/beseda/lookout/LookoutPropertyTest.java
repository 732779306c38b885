package chat.beseda.lookout;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.devices.Device;
import chat.beseda.geo.PlaceNames;
import chat.beseda.geo.Regions;
import chat.beseda.geo.Whereabouts;
import chat.beseda.sites.SiteId;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.PresentVisitor;
import chat.beseda.visitors.VisitorFacts;
import chat.beseda.visitors.VisitorId;
import chat.beseda.visits.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However the list changes, a window that takes in the changes is the window one would be sent anew. */
class LookoutPropertyTest {
    private static final SiteId SITE = new SiteId(1);
    private static final VisitorFacts FACTS = new VisitorFacts("ru", "+05:00", 1280, 800, "", "");
    private static final PlaceLabel.Labels LABELS = new PlaceLabel.Labels(PlaceNames.load(Regions.load()));
    private static final List<String> TITLES = List.of("Чайники", "Кофе", "Доставка", "");

    private final Map<VisitorId, Sighting> board = new HashMap<>();

    @Property(tries = 2_000)
    void windowAndChangesAreTheFreshWindow(
            @ForAll long seed,
            @ForAll Wish.Sort sort,
            @ForAll boolean descending,
            @ForAll @IntRange(max = 20) int from,
            @ForAll @IntRange(min = 1, max = 12) int count) {
        var chance = new Random(seed);
        board.clear();
        for (int i = 0; i < 15; i++) {
            board.put(new VisitorId(i), row(i, chance));
        }
        Wish wish =
                new Wish(sort, descending, Wish.Filter.NONE, chance.nextInt(3) == 0 ? "чай" : "", "ru", from, count);
        Order order = new Order(Order.Key.of(wish), board.values());
        Window shown = Window.of(wish, order.rows(), site -> true);
        for (int beat = 0; beat < 8; beat++) {
            Set<VisitorId> changed = change(chance);
            order.apply(
                    changed,
                    board.values().stream()
                            .filter(row -> changed.contains(row.id()))
                            .toList());
            Window now = Window.of(wish, order.rows(), site -> true);
            Window anew = Window.of(wish, new Order(Order.Key.of(wish), board.values()).rows(), site -> true);

            assertThat(now).isEqualTo(anew);
            assertThat(taken(shown.rows(), now.since(shown))).isEqualTo(anew.rows());
            shown = now;
        }
    }

    private Set<VisitorId> change(Random chance) {
        var changed = new HashSet<VisitorId>();
        for (int i = chance.nextInt(8); i > 0; i--) {
            var id = new VisitorId(chance.nextInt(25));
            changed.add(id);
            if (chance.nextInt(3) == 0) {
                board.remove(id);
            } else {
                board.put(id, row(id.value(), chance));
            }
        }
        return changed;
    }

    /** What a console does with the frame. */
    private static List<Sighting> taken(List<Sighting> before, Window.Change change) {
        var rows = new ArrayList<>(before);
        rows.removeIf(row -> change.gone().contains(row.id()));
        for (Window.Placed placed : change.rows()) {
            rows.removeIf(row -> row.id().equals(placed.row().id()));
            rows.add(placed.at(), placed.row());
        }
        return rows;
    }

    private static Sighting row(long id, Random chance) {
        var page = new Page("https://shop.example/" + chance.nextInt(3), TITLES.get(chance.nextInt(TITLES.size())), "");
        var present = new PresentVisitor(
                new VisitorId(id),
                SITE,
                FACTS,
                page,
                page,
                chance.nextInt(5),
                chance.nextInt(5),
                chance.nextInt(4),
                chance.nextInt(3),
                Map.of());
        return new Sighting(
                new Sighting.Named(chance.nextBoolean() ? null : "Анна " + chance.nextInt(3), id, chance.nextInt(3)),
                present,
                Talk.NONE,
                new Device(null, null, Device.Kind.DESKTOP),
                Whereabouts.unknown(),
                Source.DIRECT,
                LABELS);
    }
}
