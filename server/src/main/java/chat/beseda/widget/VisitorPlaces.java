package chat.beseda.widget;

import chat.beseda.conversations.Refusal;
import chat.beseda.frames.ToEither;
import chat.beseda.geo.Place;
import chat.beseda.geo.PlaceNames;
import chat.beseda.visitors.PlaceWords;
import chat.beseda.visitors.VisitorId;
import chat.beseda.widget.FromVisitor.FindCity;
import chat.beseda.widget.FromVisitor.OwnCity;
import chat.beseda.widget.FromVisitor.OwnLocation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where visitors are as their lines tell it. */
final class VisitorPlaces {
    private static final Logger log = LoggerFactory.getLogger(VisitorPlaces.class);

    private final VisitorHouse house;

    VisitorPlaces(VisitorHouse house) {
        this.house = house;
    }

    /** Hears the names {@code city}, {@code region} and {@code country} among the site's values. */
    void bySite(VisitorId visitor, Map<String, String> values) {
        String city = values.get("city");
        if (city == null) {
            return;
        }
        if (house.rates().mayTellPlace(visitor).isPresent()) {
            log.atDebug().addKeyValue("visitor", visitor.value()).log("place.word.limited");
        } else {
            house.places().bySite(visitor, city, values.get("region"), values.get("country"));
        }
    }

    /** Tells a panel where we take the visitor to be. */
    void tell(VisitorLine line, VisitorLine.Guest who) {
        PlaceWords.Guess guess = house.places().guess(who.visitor().id(), who.locale());
        boolean asks = house.customs().of(who.visitor().site()).asksPlace();
        line.send(
                new ToVisitor.PlaceGuess(guess.city(), guess.region(), asks && guess.city() != null && !guess.told()));
    }

    void find(VisitorLine line, VisitorLine.Guest who, FindCity wanted) {
        if (mayGoOn(line, wanted.rid(), house.rates().mayFindCity(who.visitor().id()))) {
            PlaceNames names = house.places().names();
            List<ToVisitor.FoundCity> found = house.places().beginning(wanted.prefix()).stream()
                    .map(place -> new ToVisitor.FoundCity(
                            names.shortName(place, who.locale()), region(names, place, who.locale())))
                    .toList();
            line.send(new ToVisitor.CitiesFound(wanted.prefix(), found));
            line.send(new ToEither.Done(wanted.rid()));
        }
    }

    private static String region(PlaceNames names, Place place, String locale) {
        return Optional.ofNullable(names.region(place, locale)).orElse("");
    }

    void said(VisitorLine line, VisitorLine.Guest who, OwnCity own) {
        VisitorId visitor = who.visitor().id();
        if (mayGoOn(line, own.rid(), house.rates().mayTellPlace(visitor))) {
            line.peer().attempt(null, own.rid(), () -> {
                Optional<Place> place = house.places().byVisitor(visitor, own.city(), own.region());
                told(line, who, own.rid(), place);
            });
        }
    }

    void located(VisitorLine line, VisitorLine.Guest who, OwnLocation own) {
        VisitorId visitor = who.visitor().id();
        if (mayGoOn(line, own.rid(), house.rates().mayTellPlace(visitor))) {
            line.peer().attempt(null, own.rid(), () -> {
                Optional<Place> place = house.places().byDevice(visitor, own.latitude(), own.longitude());
                if (place.isEmpty()) {
                    line.peer().refuse(null, own.rid(), "place_unknown");
                } else {
                    told(line, who, own.rid(), place);
                }
            });
        }
    }

    private void told(VisitorLine line, VisitorLine.Guest who, String rid, Optional<Place> place) {
        PlaceNames names = house.places().names();
        line.send(new ToVisitor.PlaceGuess(
                place.flatMap(known -> names.city(known, who.locale())).orElse(null),
                place.map(known -> region(names, known, who.locale())).orElse(""),
                false));
        line.send(new ToEither.Done(rid));
    }

    private boolean mayGoOn(VisitorLine line, String rid, Optional<Duration> wait) {
        wait.ifPresent(time -> line.send(house.delivery().refusals().of(new Refusal.Rate(time), null, rid)));
        return wait.isEmpty();
    }
}
