package chat.beseda.geo;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Map;
import java.util.Optional;

/** Reads telephone numbers as people write them. The rules are loaded at the first question. */
public final class PhoneNumbers {
    private static final Map<String, String> HOMES = Map.of("uk", "UA");
    private static final String HOME = "RU";
    private static final int LONGEST = 50;

    private PhoneNumbers() {}

    /**
     * The number as it is dialled from anywhere, such as {@code +73422123456}; nothing when there is no such number.
     *
     * @param written hostile text; one without a country is of the writer's
     * @param language of the writer
     */
    public static Optional<String> e164(String written, String language) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            PhoneNumberUtil rules = PhoneNumberUtil.getInstance();
            PhoneNumber number = rules.parse(written, HOMES.getOrDefault(language, HOME));
            return rules.isValidNumber(number) && !number.hasExtension()
                    ? Optional.of(rules.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }
}
