package chat.beseda.lines;

import chat.beseda.web.OwnOrigin;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a browser says when it asks for a line.
 *
 * @param parameters of the address; the first value of each
 * @param origin the page's origin as the browser names it, empty when it named none
 * @param ours the origin of our own pages, as {@link OwnOrigin} knows it
 * @param address where the request comes from, as told by the connection or a trusted proxy
 */
public record LineRequest(
        Map<String, String> parameters, String origin, String ours, String address, String userAgent) {

    /** Longer than any browser's own. */
    private static final int USER_AGENT_LENGTH = 500;

    public LineRequest {
        userAgent = userAgent.length() <= USER_AGENT_LENGTH ? userAgent : userAgent.substring(0, USER_AGENT_LENGTH);
    }

    /** True when one of our own pages asks. */
    public boolean isOurs() {
        return ours.equals(origin);
    }

    public @Nullable String parameter(String name) {
        return parameters.get(name);
    }
}
