package chat.beseda.visitors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void longPartsAreCutBetweenCharacters() {
        var page = new Page("u".repeat(2_500), "😀".repeat(400), "r".repeat(2_500));

        assertThat(page.url()).hasSize(2_000);
        assertThat(page.title()).isEqualTo("😀".repeat(300));
        assertThat(page.referrer()).hasSize(2_000);
    }

    @Test
    void whatTurnsTheDirectionIsTakenOut() {
        String turns = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200E\u200F\u061C";
        var page = new Page("https://bank.example/\u202Efdp.exe" + turns, turns + "Invoice \u202Egpj.exe", turns);

        assertThat(page.url()).isEqualTo("https://bank.example/fdp.exe");
        assertThat(page.title()).isEqualTo("Invoice gpj.exe");
        assertThat(page.referrer()).isEmpty();
    }

    @Test
    void wordsThatRunFromRightToLeftStayAsTheyAre() {
        var page = new Page("https://a/שלום", "קומקום כחול · غلاية زرقاء · می‌خواهم", "");

        assertThat(page.url()).isEqualTo("https://a/שלום");
        assertThat(page.title()).isEqualTo("קומקום כחול · غلاية زرقاء · می‌خواهم");
    }

    @Test
    void aTurnCountsForNoCharacter() {
        assertThat(new Page("", "\u202E".repeat(400) + "Kettles", "").title()).isEqualTo("Kettles");
    }

    @Test
    void namesAreTidiedToo() {
        assertThat(new Contacts("Anna\u202E", "a\u2066@example.org", null))
                .isEqualTo(new Contacts("Anna", "a@example.org", null));
    }

    @Test
    void whatIsNoCharacterIsTakenOut() {
        var page = new Page("https://a\u0000b/", "one\ntwo \uD83D", "\u009F");

        assertThat(page.url()).isEqualTo("https://a b/");
        assertThat(page.title()).isEqualTo("one two \uFFFD");
        assertThat(page.referrer()).isEmpty();
    }
}
