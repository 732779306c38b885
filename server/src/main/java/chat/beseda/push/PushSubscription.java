package chat.beseda.push;

import chat.beseda.visitors.VisitorId;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * A browser that shows a visitor's notifications.
 *
 * @param endpoint where its push service takes them
 * @param key its public key, a point of P-256; base64url
 * @param secret 16 bytes that only it and we know; base64url
 * @param page of the site, opened by a click on a notification; empty when there is none
 * @param origin ours, as the browser knew it
 */
public record PushSubscription(VisitorId visitor, URI endpoint, String key, String secret, String page, String origin) {
    private static final int SECRET = 16;

    byte[] point() throws GeneralSecurityException {
        return bytes(key);
    }

    byte[] secretBytes() throws GeneralSecurityException {
        byte[] bytes = bytes(secret);
        if (bytes.length != SECRET) {
            throw new GeneralSecurityException("a secret of %d bytes, not %d".formatted(bytes.length, SECRET));
        }
        return bytes;
    }

    private static byte[] bytes(String text) throws GeneralSecurityException {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw new GeneralSecurityException("not base64url", notBase64);
        }
    }
}
