package chat.beseda.demo;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.Outcome;
import chat.beseda.conversations.Posted;
import chat.beseda.crowd.Pace;
import chat.beseda.demo.Planned.Fate;
import chat.beseda.dialogues.Chance;
import chat.beseda.dialogues.Dialogue.Line;
import chat.beseda.dialogues.Persona;
import chat.beseda.dialogues.Topic.Speaker;
import chat.beseda.events.Side;
import chat.beseda.visitors.Recognised;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.Visitors;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Tells one planned conversation by the verbs that real people use, on a clock of its own. Used by one thread at a time. */
final class Episode {
    private static final int NEVER_TAKEN = -1;

    private final Planned plan;
    private final Conversations conversations;
    private final Visitors visitors;
    private final MovingClock clock;
    private final Visitor visitor;
    private final ConversationId id;
    private final RandomGenerator chance;
    private final Pace pace;
    private int version = NEVER_TAKEN;
    private @Nullable Long taken;
    private @Nullable Long ended;

    /** Lets the visitor come and say the first words. */
    Episode(Planned plan, Conversations conversations, Visitors visitors, MovingClock clock) {
        this.plan = plan;
        this.conversations = conversations;
        this.visitors = visitors;
        this.clock = clock;
        this.chance = new SplittableRandom(plan.seed());
        this.pace = new Pace(chance);
        Regular regular = plan.regular();
        Recognised recognised = visitors.recognise(plan.shop().site().id(), regular.visit(), null, false);
        regular.keep(recognised.visit());
        this.visitor = recognised.visitor();
        this.id = stored(post(plan.lines().getFirst())).conversation();
    }

    /** Tells the rest of it. */
    Told goOn() {
        List<Line> lines = plan.lines();
        long time = plan.at();
        for (int i = 1; i < lines.size(); i++) {
            Line line = lines.get(i);
            time += gap(line, lines.get(i - 1), i == plan.dialogue().asked(), time);
            if (time > plan.until()) {
                break;
            }
            if (line.speaker() != Speaker.VISITOR && version == NEVER_TAKEN) {
                take(time - Chance.between(2, 12, chance));
            }
            clock.moveTo(time);
            say(line);
        }
        finish(time);
        return new Told(plan, visitor.id(), id, taken, ended);
    }

    private long gap(Line line, Line before, boolean firstAnswer, long time) {
        if (!firstAnswer) {
            return pace.before(line, before);
        }
        boolean closed = !plan.shop().rhythm().isOpen(clock.instant());
        if (closed && plan.fate() == Fate.ANSWERED) {
            return plan.shop().rhythm().nextOpening(clock.instant()).toEpochMilli()
                    - time
                    + Chance.between(60, 2_400, chance);
        }
        return pace.beforeFirstAnswer(plan.fate() == Fate.LATE);
    }

    private void take(long time) {
        clock.moveTo(time);
        int now = conversations.byId(id).orElseThrow().facts().version();
        version = done(conversations.take(plan.by().id(), id, now)).facts().version();
        taken = clock.millis();
    }

    private void say(Line line) {
        switch (line.speaker()) {
            case VISITOR -> stored(post(line));
            case OPERATOR -> stored(conversations.postByOperator(plan.by().id(), id, version, pace.cid(), text(line)));
            case NOTE -> stored(conversations.note(plan.by().id(), id, pace.cid(), text(line)));
        }
    }

    private Posted post(Line line) {
        var page = plan.shop().page(plan.dialogue().path(), plan.dialogue().title(), chance);
        return conversations.postByVisitor(visitor, pace.cid(), text(line), page);
    }

    private String text(Line line) {
        return plan.dialogue().gaps().fill(line.text(), plan.by().voice());
    }

    private void finish(long lastWord) {
        switch (plan.fate()) {
            case WAITING -> introduce();
            case ACTIVE -> {
                introduce();
                seen();
            }
            case MISSED -> giveUp(lastWord);
            case ANSWERED, LATE -> {
                introduce();
                seen();
                close(lastWord);
            }
        }
    }

    private void giveUp(long lastWord) {
        clock.moveTo(lastWord + Chance.around(240, 0.6, chance));
        if (clock.millis() < plan.until()) {
            done(conversations.endByVisitor(visitor.id(), id));
            ended = clock.millis();
        }
    }

    private void close(long lastWord) {
        long time = lastWord + Chance.around(150, 0.9, chance);
        if (time > plan.until()) {
            return;
        }
        clock.moveTo(time);
        done(
                Chance.percent(80, chance)
                        ? conversations.close(plan.by().id(), id, version)
                        : conversations.endByVisitor(visitor.id(), id));
        ended = clock.millis();
    }

    private void seen() {
        conversations.seen(id, Side.OPERATOR, Integer.MAX_VALUE);
        if (Chance.percent(88, chance)) {
            conversations.seen(id, Side.VISITOR, Integer.MAX_VALUE);
        }
    }

    /** Writes down the name and perhaps the addresses of somebody who said them. */
    private void introduce() {
        Persona persona = plan.dialogue().visitor();
        if (persona.known() && visitor.name() == null) {
            visitors.changeContacts(
                    visitor.id(),
                    persona.writtenName(),
                    Chance.percent(55, chance) ? persona.email() : null,
                    Chance.percent(35, chance) ? persona.phone() : null);
        }
    }

    private Posted.Stored stored(Posted posted) {
        return switch (posted) {
            case Posted.Stored stored -> stored;
            case Posted.Refused(var refusal) ->
                throw new IllegalStateException("the demo's words were refused: " + refusal + " in "
                        + plan.dialogue().topic().name());
        };
    }

    private Conversation done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(Conversation now) -> now;
            case Outcome.Refused(var refusal) ->
                throw new IllegalStateException("an act of the demo was refused: " + refusal + " in "
                        + plan.dialogue().topic().name());
        };
    }
}
