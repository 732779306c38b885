package chat.beseda.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** An origin decides who may carry the widget: it has one spelling, and nothing else passes for it. */
class OriginsPropertyTest {
    private static final String SPELLED =
            "https?://(\\[[0-9a-f:.]+]|[a-z0-9]([a-z0-9.-]*[a-z0-9])?)(:[1-9][0-9]{0,4})?";

    /** Of origins, and of what attackers put beside them. */
    private static final String[] PIECES =
            ("http https HTTPS :// : / // . .. @ ? # * \\ %2e \0 \u200b [::1] localhost shop.example "
                            + "магазин.рф ⓢhop 80 443 65535 65536 0 -1 javascript: null")
                    .split(" ", -1);

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.oneOf(
                        Arbitraries.of(PIECES),
                        Arbitraries.of(" ", "\t", "\r\n"),
                        Arbitraries.strings().ofMaxLength(3))
                .list()
                .ofMaxSize(7)
                .map(pieces -> String.join("", pieces));
    }

    @Property(tries = 3_000)
    void whateverIsSaidTheResultIsAnOriginAndItsOwnSpelling(@ForAll("hostile") String said) {
        Optional<String> origin = Origins.normal(said);

        origin.ifPresent(found -> {
            assertThat(found).matches(SPELLED);
            assertThat(Origins.normal(found)).contains(found);
        });
    }

    @Provide
    Arbitrary<String> origins() {
        return Combinators.combine(
                        Arbitraries.of("http", "https"),
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .ofMinLength(1)
                                .ofMaxLength(20),
                        Arbitraries.of(".example", ".co.uk", ".рф", ""),
                        Arbitraries.of("", ":80", ":443", ":8080"))
                .as((scheme, name, end, port) -> scheme + "://" + name + end + port);
    }

    @Property
    void caseSpacesAndALastSlashDoNotMatter(@ForAll("origins") String origin) {
        Optional<String> normal = Origins.normal(origin);

        assertThat(normal).isPresent();
        assertThat(Origins.normal(" " + origin.toUpperCase(Locale.ROOT) + "/ ")).isEqualTo(normal);
    }

    @Property
    void anotherSchemeOrNameIsAnotherOrigin(@ForAll("origins") String one, @ForAll("origins") String other) {
        String first = Origins.normal(one).orElseThrow();
        String second = Origins.normal(other).orElseThrow();

        assertThat(first.equals(second)).isEqualTo(bare(one).equals(bare(other)));
    }

    private static String bare(String origin) {
        String standard = origin.startsWith("https:") ? ":443" : ":80";
        return origin.endsWith(standard) ? origin.substring(0, origin.length() - standard.length()) : origin;
    }
}
