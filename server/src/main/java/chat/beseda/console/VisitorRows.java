package chat.beseda.console;

import chat.beseda.delivery.EventShapes;
import chat.beseda.devices.Device;
import chat.beseda.geo.Atlas;
import chat.beseda.geo.Place;
import chat.beseda.geo.PlaceSource;
import chat.beseda.geo.Whereabouts;
import chat.beseda.lookout.PlaceLabel;
import chat.beseda.lookout.Sighting;
import chat.beseda.lookout.Stage;
import chat.beseda.lookout.Talk;
import chat.beseda.lookout.Wish;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.SiteId;
import chat.beseda.visitors.PresentVisitor;
import chat.beseda.visitors.VisitorFacts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The list of visitors between the lookout's words and those of the line. */
final class VisitorRows {
    private static final int SECONDS = 60;

    private VisitorRows() {}

    /** @throws NumberFormatException when an id is none */
    static Wish wish(FromOperator.Watch watch) {
        FromOperator.VisitorFilter filter = watch.filter();
        Set<Stage> stages = filter.states().stream().map(VisitorRows::stage).collect(Collectors.toSet());
        return new Wish(
                sort(watch.sort().by()),
                watch.sort().descending(),
                new Wish.Filter(
                        stages,
                        filter.site() == null ? null : new SiteId(Long.parseLong(filter.site())),
                        filter.page(),
                        filter.city(),
                        filter.operator() == null ? null : new OperatorId(Long.parseLong(filter.operator())),
                        filter.source()),
                watch.search(),
                watch.language(),
                watch.from(),
                watch.count());
    }

    static ToOperator.VisitorRow row(Sighting seen, String language, Instant now) {
        PresentVisitor present = seen.present();
        VisitorFacts facts = present.facts();
        Talk talk = seen.talk();
        return new ToOperator.VisitorRow(
                Long.toString(seen.id().value()),
                present.site().toString(),
                seen.named().name(),
                Long.toString(seen.named().number()),
                stage(seen.stage()),
                talk.conversation() == null
                        ? null
                        : Long.toString(talk.conversation().value()),
                talk.operator() == null ? null : talk.operator().toString(),
                talk.waitingSince(),
                EventShapes.of(present.page()),
                place(seen.where(), place -> seen.label(place, language)),
                seen.device().browser(),
                seen.device().system(),
                device(seen.device()),
                facts.language(),
                offset(facts.timeZone(), now),
                seen.source().site(),
                seen.source().campaign(),
                screen(facts),
                present.since(),
                present.pageSince(),
                seen.named().visits(),
                present.pages());
    }

    /** @param labels names places in the reader's language */
    static ToOperator.@Nullable VisitorPlace place(Whereabouts where, Function<Place, PlaceLabel> labels) {
        Place place = where.place();
        PlaceSource source = where.source();
        if (place == null || source == null) {
            return null;
        }
        PlaceLabel label = labels.apply(place);
        return new ToOperator.VisitorPlace(
                label.city(),
                label.region(),
                label.country(),
                source(source),
                where.isDoubtful(),
                where.conflicts().stream()
                        .map(other -> new ToOperator.OtherPlace(
                                source(other.source()),
                                labels.apply(other.place()).shortest()))
                        .toList());
    }

    static ToOperator.DeviceKind device(Device device) {
        return switch (device.kind()) {
            case DESKTOP -> ToOperator.DeviceKind.DESKTOP;
            case PHONE -> ToOperator.DeviceKind.PHONE;
            case TABLET -> ToOperator.DeviceKind.TABLET;
        };
    }

    private static @Nullable Integer offset(String timeZone, Instant now) {
        ZoneId zone = Atlas.zone(timeZone);
        return zone == null ? null : zone.getRules().getOffset(now).getTotalSeconds() / SECONDS;
    }

    private static @Nullable String screen(VisitorFacts facts) {
        Integer width = facts.screenWidth();
        Integer height = facts.screenHeight();
        return width == null || height == null ? null : width + " × " + height;
    }

    private static ToOperator.PlaceSource source(PlaceSource source) {
        return switch (source) {
            case ZONE -> ToOperator.PlaceSource.ZONE;
            case ADDRESS -> ToOperator.PlaceSource.ADDRESS;
            case PHONE -> ToOperator.PlaceSource.PHONE;
            case SITE -> ToOperator.PlaceSource.SITE;
            case DEVICE -> ToOperator.PlaceSource.DEVICE;
            case VISITOR -> ToOperator.PlaceSource.VISITOR;
        };
    }

    private static Wish.Sort sort(FromOperator.VisitorSortBy by) {
        return switch (by) {
            case SINCE -> Wish.Sort.SINCE;
            case PAGE_SINCE -> Wish.Sort.PAGE_SINCE;
            case STATE -> Wish.Sort.STAGE;
            case NAME -> Wish.Sort.NAME;
            case PAGE -> Wish.Sort.PAGE;
            case CITY -> Wish.Sort.CITY;
            case SOURCE -> Wish.Sort.SOURCE;
            case VISITS -> Wish.Sort.VISITS;
            case PAGES -> Wish.Sort.PAGES;
        };
    }

    private static Stage stage(ToOperator.VisitorStage state) {
        return switch (state) {
            case WAITING -> Stage.WAITING;
            case TALKING -> Stage.TALKING;
            case INVITED -> Stage.INVITED;
            case BROWSING -> Stage.BROWSING;
            case ANSWERED -> Stage.ANSWERED;
            case DECLINED -> Stage.DECLINED;
            case LEFT -> Stage.LEFT;
        };
    }

    private static ToOperator.VisitorStage stage(Stage stage) {
        return switch (stage) {
            case WAITING -> ToOperator.VisitorStage.WAITING;
            case TALKING -> ToOperator.VisitorStage.TALKING;
            case INVITED -> ToOperator.VisitorStage.INVITED;
            case BROWSING -> ToOperator.VisitorStage.BROWSING;
            case ANSWERED -> ToOperator.VisitorStage.ANSWERED;
            case DECLINED -> ToOperator.VisitorStage.DECLINED;
            case LEFT -> ToOperator.VisitorStage.LEFT;
        };
    }
}
