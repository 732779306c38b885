package chat.beseda.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.conversations.Conversation;
import chat.beseda.events.ClientId;
import chat.beseda.frames.FrameReader;
import chat.beseda.lines.CloseCode;
import chat.beseda.lines.Line;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorDraft;
import chat.beseda.operators.Role;
import chat.beseda.security.RandomTokens;
import chat.beseda.sites.SiteId;
import chat.beseda.testing.LineServer;
import chat.beseda.testing.MemoryLine;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rights that are taken away while what they allowed is under way. */
class RightsInFlightTest {
    final LineServer server = new LineServer();
    final OperatorHouse house = server.operatorHouse();
    final OperatorLines lines = new OperatorLines();
    final ConversationViews views =
            new ConversationViews(server.visitors, server.presence, server.routing, server.conversations.taggings());
    final OperatorArrival arrival = new OperatorArrival(
            house,
            lines,
            views,
            new OperatorViews(
                    house.operators(),
                    house.presence(),
                    house.shifts(),
                    new OpenConversations(),
                    house.routing().settings(),
                    house.clock()),
            new MentionNews(house, lines, server.timers));
    final OperatorTalk talk = new OperatorTalk(house, lines, arrival, new OrderResults(server.clock));
    final MemoryLine heard = new MemoryLine("his");
    final Operator boris = server.join("Boris", Role.OPERATOR, server.site.id());
    final Conversation secret = question("SECRET");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatIsOpenedMeanwhileIsFollowedNoMore() {
        OperatorLine line = line(heard);
        house.follow(line, secret, feed -> {
            feed.open(line.peer(), secret);
            takeAway();
        });
        assertThat(line.peer().follows(secret.id())).isFalse();
    }

    @Test
    void whatIsStillAllowedIsFollowed() {
        OperatorLine line = line(heard);
        house.follow(line, secret, feed -> feed.open(line.peer(), secret));
        assertThat(line.peer().follows(secret.id())).isTrue();
    }

    @Test
    void whoIsBeingGreetedSeesNothingThatIsTheirsNoMore() {
        OperatorLine line = line(new Before(heard, this::takeAway));
        arrival.greet(line, new FromOperator.OperatorHello(1, null, List.of(), "tab"));
        String said = heard.frames().toString();
        assertThat(said)
                .contains("\"t\":\"welcome\"")
                .contains("\"t\":\"inbox\"")
                .doesNotContain("SECRET");
    }

    @Test
    void whoWasDismissedWhileTheySaidHelloIsSentAway() {
        OperatorLine line = line(heard);
        change(Set.of(), true);
        arrival.greet(line, new FromOperator.OperatorHello(1, null, List.of(), "tab"));
        assertThat(heard.frames()).isEmpty();
        assertThat(heard.code()).isEqualTo(CloseCode.SIGNED_OUT);
    }

    private OperatorLine line(Line carrier) {
        var session =
                server.people.sessions().open(boris.id(), "192.0.2.1", "a test").session();
        return new OperatorLine(carrier, session, house, talk, new FrameReader<>(FromOperator.class));
    }

    private void takeAway() {
        change(Set.of(server.anotherSite("Elsewhere").id()), false);
    }

    private void change(Set<SiteId> sites, boolean disabled) {
        server.people
                .operators()
                .change(
                        Actor.program(),
                        boris.id(),
                        new OperatorDraft("Boris", "", Role.OPERATOR, 5, sites, Set.of(), disabled));
    }

    private Conversation question(String text) {
        var visitor =
                server.visitors.recognise(server.site.id(), null, null, true).visitor();
        server.conversations.postByVisitor(visitor, new ClientId(new RandomTokens().name()), text, null);
        return server.conversations.open(1).getFirst();
    }

    /** Does something before the first frame goes out. */
    private static final class Before implements Line {
        private final Line to;
        private @Nullable Runnable first;

        Before(Line to, Runnable first) {
            this.to = to;
            this.first = first;
        }

        @Override
        public String id() {
            return to.id();
        }

        @Override
        public void send(byte[] frame) {
            Runnable work = first;
            first = null;
            if (work != null) {
                work.run();
            }
            to.send(frame);
        }

        @Override
        public void sendIfRoom(byte[] frame) {
            send(frame);
        }

        @Override
        public boolean awaitRoom(Duration patience) {
            return to.awaitRoom(patience);
        }

        @Override
        public void close(CloseCode code, @Nullable Duration retry) {
            to.close(code, retry);
        }

        @Override
        public boolean isOpen() {
            return to.isOpen();
        }
    }
}
