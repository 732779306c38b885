package chat.beseda.lookout;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.geo.Place;
import chat.beseda.geo.PlaceNames;
import chat.beseda.geo.Regions;
import org.junit.jupiter.api.Test;

class PlaceLabelTest {
    private static final Place PLACE = new Place("RU", null, null);

    final PlaceLabel.Labels labels = new PlaceLabel.Labels(PlaceNames.load(Regions.load()));

    @Test
    void aLabelIsInTheLanguageOfTheConsole() {
        assertThat(labels.of(PLACE, "ru").country()).isEqualTo("Россия");
        assertThat(labels.of(PLACE, "uk").country()).isEqualTo("Росія");
    }

    @Test
    void languagesNobodyHasMakeNoMoreLabels() {
        assertThat(labels.of(PLACE, "xx")).isSameAs(labels.of(PLACE, "en"));
        assertThat(labels.of(PLACE, "made up")).isSameAs(labels.of(PLACE, "en"));
    }
}
