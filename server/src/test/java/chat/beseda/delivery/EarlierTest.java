package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Opening;
import chat.beseda.conversations.Posted;
import chat.beseda.events.ClientId;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteDraft;
import chat.beseda.sites.TodaySpan;
import chat.beseda.testing.Hellos;
import chat.beseda.testing.LineServer;
import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorSettings;
import chat.beseda.visitors.VisitorSettings.RatingScale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was said on earlier days, in the window (M-day). */
class EarlierTest extends LineField {

    @Override
    TestLine open(String side, String query, String origin) {
        return SocketTestLine.open(http, server, origin, "/ws/" + side + "?" + query);
    }

    @Test
    void theWindowTakesTheNewestAndTheRestPageByPageAsHeScrollsUp() {
        shows(new TodaySpan.Everything());
        TestLine first = panel(null);
        List<String> said = saidOnDays(first, 23);
        TestLine later = panel(token(first));
        assertThat(shown(later)).containsExactlyElementsOf(said.subList(13, 23));
        assertThat(more(later)).containsExactly(true);

        ask(later, "r1", said.get(13));
        assertThat(shown(later).subList(10, 20))
                .containsExactlyElementsOf(said.subList(3, 13).reversed());
        assertThat(seqs(later, said.get(3))).containsExactlyElementsOf(upTo(3));
        ask(later, "r2", said.get(3));
        assertThat(shown(later).subList(20, 23))
                .containsExactlyElementsOf(said.subList(0, 3).reversed());
        assertThat(more(later)).containsExactly(true, true, false);
    }

    @Test
    void theSpanEndsThePastAndNobodyReadsAnothersOrAsALoader() {
        shows(new TodaySpan.Days(3));
        TestLine visitor = panel(null);
        List<String> said = saidOnDays(visitor, 5);
        TestLine later = panel(token(visitor));
        assertThat(shown(later)).containsExactlyElementsOf(said.subList(2, 5));
        assertThat(more(later)).containsExactly(false);
        ask(later, "r1", said.get(2));
        assertThat(shown(later)).hasSize(3);

        TestLine stranger = panel(null);
        stranger.send(Map.of("t", "earlier", "rid", "r", "before", said.get(4)));
        assertThat(stranger.await("refused").get("code").stringValue()).isEqualTo("conversation_unknown");
        String visit = visitor.journal().getFirst().get("visit").stringValue();
        TestLine loader = line("visitor", siteQuery(), LineServer.SHOP);
        loader.send(Hellos.loader(visit));
        loader.await("synced");
        loader.send(Map.of("t", "earlier", "rid", "r", "before", said.get(4)));
        assertThat(loader.await("refused").get("code").stringValue()).isEqualTo("forbidden");
    }

    @Test
    void ratingsComeWithTheirConversationsWhereTheSiteAsks() {
        shows(new TodaySpan.Everything());
        TestLine visitor = panel(null);
        List<String> said = saidOnDays(visitor, 12);
        Visitor who = whoever();
        for (String key : List.of(said.getFirst(), said.getLast())) {
            Conversation over = server.conversations.byKey(who.id(), key).orElseThrow();
            server.ratings.rate((Conversation.Closed) over, RatingScale.STARS, 4, "");
        }
        assertThat(rated(panel(token(visitor)))).isEmpty();
        server.customs.change(Actor.program(), server.site.id(), new VisitorSettings(false, true, RatingScale.STARS));
        TestLine later = panel(token(visitor));
        assertThat(rated(later)).containsExactly(said.getLast());
        ask(later, "r", said.get(2));
        assertThat(rated(later)).containsExactly(said.getLast(), said.getFirst());
    }

    private void shows(TodaySpan span) {
        Site site = server.site;
        server.people
                .sites()
                .change(
                        Actor.program(),
                        site.id(),
                        new SiteDraft(
                                site.name(),
                                site.origins(),
                                site.timeZone().getId(),
                                site.locale(),
                                site.accent(),
                                site.corner(),
                                site.greeting(),
                                site.sound(),
                                site.opens(),
                                span,
                                null,
                                false));
    }

    /** A conversation each day, the last one today; their keys, oldest first. */
    private List<String> saidOnDays(TestLine visitor, int days) {
        Visitor who = whoever();
        var keys = new ArrayList<String>();
        for (int day = 0; day < days; day++) {
            server.clock.advance(day == 0 ? Duration.ZERO : Duration.ofDays(1));
            Posted posted = server.conversations.postByVisitor(
                    who, new Opening(null, "ru", null), new ClientId(tokens.name()), "Day " + day);
            assertThat(posted).isInstanceOf(Posted.Stored.class);
            Conversation now = server.conversations.open(1).getFirst();
            server.conversations.endByVisitor(who.id(), now.id());
            keys.add(now.facts().key());
        }
        visitor.close();
        return keys;
    }

    private Visitor whoever() {
        return server.visitors
                .byIds(server.presence.all().stream()
                        .map(present -> present.visitor())
                        .toList())
                .values()
                .iterator()
                .next();
    }

    private static void ask(TestLine line, String rid, String before) {
        line.send(Map.of("t", "earlier", "rid", rid, "before", before));
        line.await("done", frame -> frame.get("rid").stringValue().equals(rid));
    }

    /** Keys of the heads in the order they came. */
    private static List<String> shown(TestLine line) {
        return line.journal().stream()
                .filter(frame -> frame.get("t").stringValue().equals("conversation"))
                .map(frame -> frame.get("conversation").get("id").stringValue())
                .toList();
    }

    private static List<Boolean> more(TestLine line) {
        return line.journal().stream()
                .filter(frame -> frame.get("t").stringValue().equals("earlier"))
                .map(frame -> frame.get("more").booleanValue())
                .toList();
    }

    private static List<String> rated(TestLine line) {
        return line.journal().stream()
                .filter(frame -> frame.get("t").stringValue().equals("rating"))
                .map((JsonNode frame) -> frame.get("conversation").stringValue())
                .toList();
    }
}
