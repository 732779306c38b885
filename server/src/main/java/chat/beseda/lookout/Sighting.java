package chat.beseda.lookout;

import chat.beseda.devices.Device;
import chat.beseda.geo.Place;
import chat.beseda.geo.Whereabouts;
import chat.beseda.sites.Site;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.PresentVisitor;
import chat.beseda.visitors.VisitorId;
import chat.beseda.visits.Source;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A visitor who is on line, as the list shows him; never changed, only replaced. Equal when nothing to be shown differs. */
public final class Sighting {
    private final Named named;
    private final PresentVisitor present;
    private final Talk talk;
    private final Device device;
    private final Whereabouts where;
    private final Source source;
    private final PlaceLabel.Labels labels;
    private @Nullable String words;

    /**
     * What the store knows of a visitor.
     *
     * @param number to call him by while he has no name
     */
    public record Named(@Nullable String name, long number, int visits) {}

    Sighting(
            Named named,
            PresentVisitor present,
            Talk talk,
            Device device,
            Whereabouts where,
            Source source,
            PlaceLabel.Labels labels) {
        this.named = named;
        this.present = present;
        this.talk = talk;
        this.device = device;
        this.where = where;
        this.source = source;
        this.labels = labels;
    }

    public VisitorId id() {
        return present.visitor();
    }

    public Named named() {
        return named;
    }

    public PresentVisitor present() {
        return present;
    }

    /** His conversation, if he has one. */
    public Talk talk() {
        return talk;
    }

    public Device device() {
        return device;
    }

    public Whereabouts where() {
        return where;
    }

    public Source source() {
        return source;
    }

    public Stage stage() {
        return present.lines() == 0 && talk.stage().compareTo(Stage.TALKING) > 0 ? Stage.LEFT : talk.stage();
    }

    /** The place in a language of the console; null when nobody knows. */
    public @Nullable PlaceLabel place(String language) {
        Place place = where.place();
        return place == null ? null : label(place, language);
    }

    /** Any place in a language of the console. */
    public PlaceLabel label(Place place, String language) {
        return labels.of(place, language);
    }

    String city(String language) {
        PlaceLabel place = place(language);
        return place == null ? "" : place.shortest();
    }

    String pageTitle() {
        Page page = present.page();
        return page == null ? "" : page.title().isEmpty() ? page.url() : page.title();
    }

    boolean pageHas(String text) {
        Page page = present.page();
        return page != null && (has(page.url(), text) || has(page.title(), text));
    }

    /** Everything a search looks through, in small letters, places in every language; made at the first search. */
    String words() {
        String known = words;
        if (known == null) {
            Page page = present.page();
            Stream<@Nullable String> others = Stream.of(
                    named.name(),
                    Long.toString(named.number()),
                    page == null ? null : page.title(),
                    page == null ? null : page.url(),
                    source.site(),
                    source.campaign(),
                    device.browser(),
                    device.system());
            known = Stream.concat(Site.LANGUAGES.stream().flatMap(this::placeWords), others)
                    .filter(Objects::nonNull)
                    .map(text -> text.toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining("\n"));
            words = known;
        }
        return known;
    }

    private Stream<@Nullable String> placeWords(String language) {
        PlaceLabel place = place(language);
        return place == null ? Stream.empty() : Stream.of(place.city(), place.region(), place.country());
    }

    static boolean has(String text, String smallLetters) {
        return text.toLowerCase(Locale.ROOT).contains(smallLetters);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sighting that
                && named.equals(that.named)
                && present.site().equals(that.present.site())
                && present.facts().equals(that.present.facts())
                && Objects.equals(present.page(), that.present.page())
                && present.since() == that.present.since()
                && present.pageSince() == that.present.pageSince()
                && present.pages() == that.present.pages()
                && stage() == that.stage()
                && talk.equals(that.talk)
                && device.equals(that.device)
                && where.equals(that.where);
    }

    @Override
    public int hashCode() {
        return Objects.hash(present.visitor(), present.pageSince());
    }

    @Override
    public String toString() {
        return "visitor " + id().value() + " " + stage();
    }
}
