package chat.beseda.requestpages;

import chat.beseda.bans.Bans;
import chat.beseda.requests.Requests;
import chat.beseda.sites.Sites;
import chat.beseda.time.Timers;
import chat.beseda.visitors.Visitors;
import chat.beseda.web.OwnOrigin;
import java.time.InstantSource;

/** What the pages need of the house. */
public record RequestDesk(
        Sites sites,
        Visitors visitors,
        Bans bans,
        Requests requests,
        OwnOrigin own,
        Timers timers,
        InstantSource clock) {}
