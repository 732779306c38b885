package chat.beseda.geo;

/** How a place is known, the least trusted first: this order is the one of trust. */
public enum PlaceSource {
    /** The time zone of the browser: a country, at times a region. */
    ZONE,
    /** The IP address in a city database, a hint only. */
    ADDRESS,
    /** The area code of a fixed telephone. */
    PHONE,
    /** What the site's script says. */
    SITE,
    /** Where the device says it is, with the visitor's consent. */
    DEVICE,
    /** The visitor's own word. */
    VISITOR
}
