package chat.beseda.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.forms.Unknown;
import chat.beseda.testing.TestEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Two operators sign in, act, go away, are disabled, in any order over days: who is signed in is what the rules alone say. */
class SessionsPropertyTest {
    private static final long IDLE = Duration.ofHours(4).toMillis();
    private static final long ABSOLUTE = Duration.ofHours(12).toMillis();

    enum Verb {
        OPEN,
        ACT,
        ASK,
        PASS,
        END,
        END_OTHERS,
        DISABLE,
        ENABLE,
        CHANGE_ROLE
    }

    /**
     * Something that happens.
     *
     * @param who which of the two
     * @param which of the sessions there ever were, counted from the newest
     * @param minutes that pass, where some do
     */
    record Happening(Verb verb, int who, int which, int minutes) {}

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(6, Verb.OPEN),
                                Tuple.of(6, Verb.ACT),
                                Tuple.of(2, Verb.ASK),
                                Tuple.of(6, Verb.PASS),
                                Tuple.of(2, Verb.END),
                                Tuple.of(1, Verb.END_OTHERS),
                                Tuple.of(1, Verb.DISABLE),
                                Tuple.of(2, Verb.ENABLE),
                                Tuple.of(1, Verb.CHANGE_ROLE)),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of(4, 80, 180, 241))
                .as(Happening::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(50);
    }

    @Property(tries = 60)
    void whoIsSignedInIsWhatTheRulesSay(@ForAll("happenings") List<Happening> happenings) {
        try (var fixture = new PeopleFixture(TestEngine.SQLITE)) {
            fixture.setUp();
            var run = new Run(fixture);
            for (Happening happening : happenings) {
                run.happen(happening);
                run.check();
            }
            run.endedWereToldOnce();
            fixture.people().sessions().flush();
            fixture.readAnew();
            run.check();
        }
    }

    /** What the rules say of a session. */
    private static final class Expected {
        private final OperatorSessions.Opened opened;
        private long actedAt;
        private boolean ended;

        Expected(OperatorSessions.Opened opened) {
            this.opened = opened;
            this.actedAt = opened.session().createdAt();
        }

        boolean holds(long now) {
            ended |= now >= actedAt + IDLE || now >= opened.session().createdAt() + ABSOLUTE;
            return !ended;
        }

        String id() {
            return opened.session().id();
        }

        OperatorId owner() {
            return opened.session().operator();
        }
    }

    private static final class Run {
        private final PeopleFixture fixture;
        private final List<OperatorId> people;
        private final Set<OperatorId> disabled = new HashSet<>();
        private final List<Expected> all = new ArrayList<>();

        Run(PeopleFixture fixture) {
            this.fixture = fixture;
            this.people = List.of(
                    fixture.join("boris", Role.OPERATOR).id(),
                    fixture.join("vera", Role.OPERATOR).id());
        }

        void happen(Happening happening) {
            OperatorId who = people.get(happening.who());
            switch (happening.verb()) {
                case OPEN -> open(who);
                case PASS -> fixture.timers.advance(Duration.ofMinutes(happening.minutes()));
                case DISABLE -> change(who, role(who), true);
                case ENABLE -> change(who, role(who), false);
                case CHANGE_ROLE ->
                    change(who, role(who) == Role.OPERATOR ? Role.SUPERVISOR : Role.OPERATOR, disabled.contains(who));
                case ACT, ASK, END, END_OTHERS -> {
                    if (happening.which() < all.size()) {
                        with(all.reversed().get(happening.which()), happening.verb());
                    }
                }
            }
        }

        private void open(OperatorId who) {
            fixture.timers.advance(Duration.ofSeconds(3));
            if (disabled.contains(who)) {
                assertThatThrownBy(() -> sessions().open(who, "192.0.2.1", "")).isInstanceOf(Unknown.class);
                return;
            }
            live(who).stream().skip(OperatorSessions.MOST_PER_OPERATOR - 1L).forEach(each -> each.ended = true);
            all.add(new Expected(sessions().open(who, "192.0.2.1", "")));
        }

        private void with(Expected session, Verb verb) {
            boolean holds = session.holds(fixture.clock.millis());
            if (verb == Verb.ACT) {
                sessions().acted(session.id());
                session.actedAt = holds ? fixture.clock.millis() : session.actedAt;
            } else if (verb == Verb.END && holds) {
                sessions().end(session.owner(), session.id());
                session.ended = true;
            } else if (verb == Verb.END) {
                assertThatThrownBy(() -> sessions().end(session.owner(), session.id()))
                        .isInstanceOf(Unknown.class);
            } else if (verb == Verb.END_OTHERS) {
                sessions().endOthers(session.owner(), session.id());
                end(session.owner(), session.id());
            }
        }

        private void change(OperatorId who, Role role, boolean off) {
            boolean same = role == role(who);
            fixture.people()
                    .operators()
                    .change(
                            PeopleFixture.PROGRAM,
                            who,
                            new OperatorDraft("name", "", role, 5, Set.of(), Set.of(), off));
            if (off) {
                disabled.add(who);
            } else {
                disabled.remove(who);
            }
            if (off || !same) {
                end(who, "");
            }
        }

        private void end(OperatorId who, String kept) {
            all.stream()
                    .filter(each -> each.owner().equals(who) && !each.id().equals(kept))
                    .forEach(each -> each.ended = true);
        }

        private Role role(OperatorId who) {
            return fixture.people().operators().byId(who).orElseThrow().role();
        }

        private List<Expected> live(OperatorId who) {
            return all.stream()
                    .filter(each -> each.owner().equals(who) && each.holds(fixture.clock.millis()))
                    .sorted(Comparator.comparingLong(
                                    (Expected each) -> each.opened.session().createdAt())
                            .reversed())
                    .toList();
        }

        void check() {
            for (OperatorId who : people) {
                assertThat(sessions().of(who))
                        .extracting(OperatorSession::id)
                        .containsExactlyElementsOf(
                                live(who).stream().map(Expected::id).toList());
            }
            for (Expected each : all) {
                boolean holds = each.holds(fixture.clock.millis());
                assertThat(sessions().authenticate(each.opened.token()).isPresent())
                        .isEqualTo(holds);
                assertThat(sessions().byId(each.id()).isPresent()).isEqualTo(holds);
            }
        }

        void endedWereToldOnce() {
            fixture.timers.advance(Duration.ofSeconds(5));
            assertThat(fixture.bus.news(SessionEnded.class))
                    .extracting(SessionEnded::session)
                    .containsExactlyInAnyOrderElementsOf(all.stream()
                            .filter(each -> !each.holds(fixture.clock.millis()))
                            .map(Expected::id)
                            .toList());
        }

        private OperatorSessions sessions() {
            return fixture.people().sessions();
        }
    }
}
