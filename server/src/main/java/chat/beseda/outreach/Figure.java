package chat.beseda.outreach;

import java.util.regex.Pattern;

/** Reads figures that strangers wrote. */
final class Figure {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,6})?");

    private Figure() {}

    static boolean isNumber(String text) {
        return NUMBER.matcher(text.strip().replace(',', '.')).matches();
    }

    /** What is no number is not comparable: no comparison with it holds. */
    static double number(String text) {
        String bare = text.strip().replace(',', '.');
        return NUMBER.matcher(bare).matches() ? Double.parseDouble(bare) : Double.NaN;
    }
}
