package chat.beseda.visitors;

import org.jspecify.annotations.Nullable;

/**
 * Who said hello, and the secrets his browser is to keep.
 *
 * @param visit for the page's storage: tells whose presence this is and how much is unread, and opens no conversation
 * @param token for the panel's storage: opens his conversations; null to a loader
 */
public record Recognised(
        Visitor visitor, String visit, @Nullable String token) {}
