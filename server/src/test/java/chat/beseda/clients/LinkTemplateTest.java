package chat.beseda.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links to clients' cards: what is filled in is hostile. */
class LinkTemplateTest {
    private static final String CRM = "https://crm.example/find/{name}?mail={email}#{field.plan}";

    @Test
    void parametersAreEncodedAsOnePiece() {
        FilledLink link = filled(CRM, Map.of("name", "Анна & Ко/..", "email", "a+b@x.example", "field.plan", "Про 2"));
        assertThat(link.url())
                .isEqualTo(
                        "https://crm.example/find/%D0%90%D0%BD%D0%BD%D0%B0%20%26%20%D0%9A%D0%BE%2F..?mail=a%2Bb%40x.example#"
                                + "%D0%9F%D1%80%D0%BE%202");
        assertThat(link.missing()).isEmpty();
    }

    @Test
    void aLinkWithoutWhatItNeedsLeadsNowhereAndSaysWhatIsMissing() {
        FilledLink link = filled(CRM + "{email}", Map.of("name", "Анна"));
        assertThat(link.url()).isNull();
        assertThat(link.missing()).containsExactly("email", "field.plan");
    }

    @Property(tries = 300)
    void whateverIsFilledInTheHostIsOursAndNothingIsAdded(@ForAll @StringLength(max = 60) String hostile) {
        String url = filled("https://crm.example/c/{id}?q={name}", Map.of("id", hostile, "name", hostile))
                .url();
        URI address = URI.create(String.valueOf(url));
        assertThat(address.getHost()).isEqualTo("crm.example");
        assertThat(address.getRawPath().split("/", -1)).hasSize(3);
        assertThat(address.getRawQuery()).doesNotContain("&", "#");
        assertThat(address.getRawFragment()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://crm.example/{id}",
                "http://crm.example:8080/?a={field.Номер договора}",
                "https://crm.example/card"
            })
    void goodTemplates(String template) {
        assertThat(LinkTemplate.fault(template)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert({id})",
                "ftp://crm.example/{id}",
                "crm.example/{id}",
                "https:///{id}",
                "https://crm.example/ {id}",
                "https://me:secret@crm.example/{id}",
                "https://crm.example/{id"
            })
    void whatIsNoAddressOfTheWebIsRefused(String template) {
        assertThat(LinkTemplate.fault(template)).contains(new LinkTemplate.Fault.NoAddress());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://{id}.crm.example/",
                "https://{name}/x",
                "https://crm.example:{id}/",
                "https://crm.example{id}"
            })
    void aParameterNeverChoosesTheHost(String template) {
        assertThat(LinkTemplate.fault(template)).isPresent();
    }

    @Test
    void anUnknownParameterIsNamedWithTheKnownOnes() {
        assertThat(LinkTemplate.fault("https://crm.example/{mail}"))
                .hasValueSatisfying(fault -> assertThat(fault)
                        .isInstanceOfSatisfying(LinkTemplate.Fault.Unknown.class, unknown -> {
                            assertThat(unknown.parameter()).isEqualTo("mail");
                            assertThat(unknown.known()).contains("id", "email", "company");
                        }));
    }

    private static FilledLink filled(String template, Map<String, String> known) {
        return LinkTemplate.fill(new ClientLink("CRM", template), known);
    }
}
