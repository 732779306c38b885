package chat.beseda.devices;

/**
 * What a browser of the Chromium family tells besides its frozen User-Agent (Client Hints); empty where it tells nothing. All of
 * it is hostile text.
 *
 * @param platform such as "Windows"
 * @param platformVersion such as "15.0.0", which is Windows 11
 * @param model of a phone, such as "Pixel 9"
 */
public record Hints(String platform, String platformVersion, String model) {
    private static final int LENGTH = 40;

    public static final Hints NONE = new Hints("", "", "");

    public Hints {
        platform = cut(platform);
        platformVersion = cut(platformVersion);
        model = cut(model);
    }

    private static String cut(String text) {
        String plain = text.replaceAll("[^\\p{Alnum} ._()-]", "").strip();
        return plain.length() <= LENGTH ? plain : plain.substring(0, LENGTH);
    }

    /** The first number of the version; 0 when there is none. */
    int major() {
        String digits = platformVersion.split("\\.", 2)[0];
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
    }
}
