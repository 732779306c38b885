package chat.beseda.requests;

import chat.beseda.requestkinds.KindId;
import chat.beseda.sites.SiteId;

/** Something a client left to be dealt with later, and how that stands. */
public record Request(RequestId id, Left left, Standing standing) {

    public KindId kind() {
        return left.kind();
    }

    public SiteId site() {
        return left.keys().site();
    }

    Request with(Standing now) {
        return new Request(id, left, now);
    }
}
