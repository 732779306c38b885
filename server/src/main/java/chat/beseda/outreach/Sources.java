package chat.beseda.outreach;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses and figures that strangers wrote. */
final class Sources {
    private static final Pattern HOST =
            Pattern.compile("^[a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("[?&]utm_source=([^&#]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,6})?");

    private Sources() {}

    /** Empty when the address has none. */
    static String host(String address) {
        var found = HOST.matcher(address);
        return found.find() ? found.group(1).toLowerCase(Locale.ROOT) : "";
    }

    static Optional<String> tag(String address) {
        var found = TAG.matcher(address);
        return found.find() && !found.group(1).isEmpty()
                ? Optional.of(found.group(1).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text.strip().replace(',', '.')).matches();
    }

    /** What is no number is not comparable: no comparison with it holds. */
    static double number(String text) {
        String bare = text.strip().replace(',', '.');
        return NUMBER.matcher(bare).matches() ? Double.parseDouble(bare) : Double.NaN;
    }
}
