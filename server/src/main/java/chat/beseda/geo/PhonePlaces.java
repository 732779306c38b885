package chat.beseda.geo;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The place of a telephone by its area code. Only of a fixed one: a mobile one is taken along when somebody moves. The rules are
 * loaded at the first question. Thread-safe.
 */
final class PhonePlaces {
    /** Whose numbers are written without a country. */
    private static final String HOME = "RU";

    private static final Locale RUSSIAN = Locale.of("ru");
    private static final int LONGEST = 50;

    private final Regions regions;
    private final Supplier<Gazetteer> gazetteer;

    PhonePlaces(Regions regions, Supplier<Gazetteer> gazetteer) {
        this.regions = regions;
        this.gazetteer = gazetteer;
    }

    /** Nothing for a mobile number, and for what is none. */
    Optional<Place> of(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            PhoneNumberUtil rules = PhoneNumberUtil.getInstance();
            PhoneNumber number = rules.parse(written, HOME);
            String country = rules.getRegionCodeForNumber(number);
            return country != null && rules.getNumberType(number) == PhoneNumberType.FIXED_LINE
                    ? Optional.of(place(country, number))
                    : Optional.empty();
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }

    /** The library tells regions in Russian and cities in English. */
    private Place place(String country, PhoneNumber number) {
        PhoneNumberOfflineGeocoder geocoder = PhoneNumberOfflineGeocoder.getInstance();
        String region = geocoder.getDescriptionForValidNumber(number, RUSSIAN);
        String code = regions.code(country, region).orElse(null);
        String city = geocoder.getDescriptionForValidNumber(number, Locale.ENGLISH);
        return gazetteer.get().find(city, code, country).orElseGet(() -> new Place(country, code, null));
    }
}
