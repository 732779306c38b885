package chat.beseda.visitors;

/**
 * The page of the site a visitor is on, as his browser tells it: hostile text, cut to {@value #MAX_URL} characters of address
 * and {@value #MAX_TITLE} of title, with whatever is no character taken out.
 */
public record Page(String url, String title, String referrer) {
    public static final int MAX_URL = 2_000;
    public static final int MAX_TITLE = 300;

    public Page {
        url = HostileText.tidy(url, MAX_URL);
        title = HostileText.tidy(title, MAX_TITLE);
        referrer = HostileText.tidy(referrer, MAX_URL);
    }
}
