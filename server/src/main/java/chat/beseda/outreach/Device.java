package chat.beseda.outreach;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;

/** What a visitor holds in his hands. */
public enum Device {
    @JsonProperty("phone")
    PHONE,
    @JsonProperty("tablet")
    TABLET,
    @JsonProperty("computer")
    COMPUTER;

    private static final Pattern TABLETS = Pattern.compile("iPad|Tablet|Silk/|PlayBook");
    private static final Pattern PHONES = Pattern.compile("Mobi|iPhone|iPod|Opera Mini");

    /** As the browser calls itself; hostile text. */
    public static Device of(String userAgent) {
        if (TABLETS.matcher(userAgent).find() || (userAgent.contains("Android") && !userAgent.contains("Mobi"))) {
            return TABLET;
        }
        return PHONES.matcher(userAgent).find() ? PHONE : COMPUTER;
    }
}
