package chat.beseda.clients;

/** How sure it is that a visitor is the client the page says. */
public enum Proof {
    /** The page says so, and whoever sits before it can change what a page says. */
    CLAIMED,
    /** The site's server signed the client's id; the rest is the page's word. */
    ID_SIGNED,
    /** The site's server signed everything. */
    SIGNED
}
