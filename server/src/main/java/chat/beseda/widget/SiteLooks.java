package chat.beseda.widget;

import chat.beseda.delivery.Faces;
import chat.beseda.delivery.Shapes.Person;
import chat.beseda.sites.Site;
import java.util.Locale;
import java.util.Optional;

/** Says how a site looks to a visitor now. */
final class SiteLooks {
    private final Faces faces;

    SiteLooks(Faces faces) {
        this.faces = faces;
    }

    ToVisitor.SiteLook of(Site site, String locale) {
        Optional<Person> face = faces.onLine(site.id());
        return new ToVisitor.SiteLook(
                site.name(),
                site.accent(),
                switch (site.corner()) {
                    case RIGHT -> ToVisitor.SiteLook.Corner.RIGHT;
                    case LEFT -> ToVisitor.SiteLook.Corner.LEFT;
                },
                locale,
                site.greeting().getOrDefault(locale, ""),
                face.isPresent(),
                face.orElse(null),
                site.sound());
    }

    /**
     * The language to speak: the site's own choice, or the visitor's language when we have it, or the first of ours.
     *
     * @param language a BCP 47 tag as the browser names it
     */
    static String locale(Site site, String language) {
        if (!site.locale().equals(Site.AUTO_LOCALE)) {
            return site.locale();
        }
        String tag = language.toLowerCase(Locale.ROOT);
        return Site.LANGUAGES.stream()
                .filter(ours -> tag.equals(ours) || tag.startsWith(ours + "-"))
                .findFirst()
                .orElse(Site.LANGUAGES.getFirst());
    }
}
