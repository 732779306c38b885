package chat.beseda.visitors;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where a visitor can be written or called to, in his own words. */
public sealed interface Address {
    /** Of any alphabet, also where no letter could be sent: it is what the visitor said. */
    Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*@([\\p{L}\\p{N}-]+\\.)+[\\p{L}\\p{N}-]{2,}");

    Pattern PHONE = Pattern.compile("\\+?[\\d ().-]+");
    int LEAST_DIGITS = 6;
    int MOST_DIGITS = 15;

    record Email(String text) implements Address {}

    record Phone(String text) implements Address {}

    /** Reads hostile text; empty when it is neither an e-mail address nor a phone number. */
    static Optional<Address> parse(String said) {
        String text = said.strip();
        if (!HostileText.tidy(text, said.length()).equals(text)) {
            return Optional.empty();
        }
        if (text.length() <= Contacts.MAX_EMAIL && EMAIL.matcher(text).matches()) {
            return Optional.of(new Email(text));
        }
        long digits = text.chars().filter(Character::isDigit).count();
        boolean phone = text.length() <= Contacts.MAX_PHONE
                && PHONE.matcher(text).matches()
                && digits >= LEAST_DIGITS
                && digits <= MOST_DIGITS;
        return phone ? Optional.of(new Phone(text)) : Optional.empty();
    }
}
