package chat.beseda.geo;

/** How a place is known, the least trusted first. */
public enum PlaceSource {
    ADDRESS,
    PHONE,
    SITE,
    VISITOR
}
