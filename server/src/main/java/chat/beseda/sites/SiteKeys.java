package chat.beseda.sites;

import java.security.SecureRandom;

/** Makes the public names of sites: ten letters and digits that nobody confuses when reading them aloud. */
final class SiteKeys {
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int LENGTH = 10;

    private final SecureRandom random = new SecureRandom();

    String next() {
        var key = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            key.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return key.toString();
    }
}
