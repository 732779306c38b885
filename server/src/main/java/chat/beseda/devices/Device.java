package chat.beseda.devices;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks at a site with.
 *
 * @param browser such as "Firefox 153"; null when nobody knows
 * @param system such as "Windows 11"; null when nobody knows
 */
public record Device(@Nullable String browser, @Nullable String system, Kind kind) {

    /** Its shape. */
    public enum Kind {
        @JsonProperty("desktop")
        @JsonAlias("computer")
        DESKTOP,
        @JsonProperty("phone")
        PHONE,
        @JsonProperty("tablet")
        TABLET
    }

    static final Device UNKNOWN = new Device(null, null, Kind.DESKTOP);
}
