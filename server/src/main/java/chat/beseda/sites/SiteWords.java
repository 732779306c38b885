package chat.beseda.sites;

/**
 * What a site says in its window in one language, in place of the product's own words; empty where those do.
 *
 * @param title of the window while nobody's name stands there
 * @param placeholder in the field before anything is written
 * @param nobody while nobody is on line, before a conversation begins
 * @param consent in place of the site's {@link Site#consentText()}
 */
public record SiteWords(String title, String placeholder, String nobody, String consent) {
    public static final SiteWords NONE = new SiteWords("", "", "", "");
}
