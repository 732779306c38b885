package chat.beseda.demo;

import chat.beseda.audit.Actor;
import chat.beseda.crowd.Shop;
import chat.beseda.hours.Range;
import chat.beseda.hours.SpecialDay;
import chat.beseda.hours.Timetable;
import chat.beseda.hours.TimetableDraft;
import chat.beseda.hours.Timetables;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.List;

/** Hangs out when the demo's shops are open: by the rhythm in which people write to them, closed at New Year. */
final class OpeningHours {
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, Month.JANUARY, 1);
    private static final LocalDate CHRISTMAS = LocalDate.of(2026, Month.DECEMBER, 25);
    private static final int HOUR = 60;

    private final Timetables timetables;

    OpeningHours(Timetables timetables) {
        this.timetables = timetables;
    }

    void hangOut(List<Shop> shops) {
        for (Shop shop : shops) {
            Range day = new Range(shop.rhythm().opens() * HOUR, shop.rhythm().closes() * HOUR);
            boolean bikes = shop.site().origins().contains(Cast.NORTHWIND);
            var draft = new TimetableDraft(
                    shop.site().name(),
                    shop.rhythm().zone().getId(),
                    Collections.nCopies(7, List.of(day)),
                    List.of(bikes ? closed(CHRISTMAS, "Christmas Day") : closed(NEW_YEAR, "Новый год")));
            Timetable made = timetables.create(Actor.program(), draft);
            timetables.choose(Actor.program(), shop.site().id(), made.id());
        }
    }

    private static SpecialDay closed(LocalDate date, String name) {
        return new SpecialDay(date, true, name, List.of());
    }
}
