package chat.beseda.console;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.Outcome;
import chat.beseda.conversations.Posted;
import chat.beseda.conversations.Refusal;
import chat.beseda.delivery.EventShapes;
import chat.beseda.delivery.TypingHeard;
import chat.beseda.events.ClientId;
import chat.beseda.events.EventBody;
import chat.beseda.events.Side;
import chat.beseda.formatting.TextDocument;
import chat.beseda.formatting.Words;
import chat.beseda.frames.FromEither;
import chat.beseda.frames.Read;
import chat.beseda.frames.ToEither;
import chat.beseda.operators.Access;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorState;
import chat.beseda.operators.Permission;
import chat.beseda.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What an operator may do over a line. Every conversation is looked up by the one function that asks {@code Access}. */
final class OperatorTalk {
    private static final int RID_LENGTH = 64;

    private final OperatorHouse house;
    private final OperatorLines lines;
    private final OperatorArrival arrival;
    private final OrderResults results;
    private final OperatorHanding handing;
    private final VisitorInvites invites;

    OperatorTalk(OperatorHouse house, OperatorLines lines, OperatorArrival arrival, OrderResults results) {
        this.house = house;
        this.lines = lines;
        this.arrival = arrival;
        this.results = results;
        this.handing = new OperatorHanding(house);
        this.invites = new VisitorInvites(house.visitors(), house.outreach());
    }

    OperatorLines lines() {
        return lines;
    }

    void greet(OperatorLine line, FromOperator.OperatorHello hello) {
        arrival.greet(line, hello);
    }

    void open(OperatorLine line, Operator operator, String name) {
        in(line, operator, name, known -> {
            arrival.head(line, known);
            house.follow(line, known, feed -> feed.open(line.peer(), known));
            if (!(known instanceof Conversation.Active)) {
                typing(operator, known, true);
            }
        });
    }

    void leave(OperatorLine line, Operator operator, String name) {
        in(line, operator, name, known -> {
            boolean mine = known instanceof Conversation.Active active
                    && active.owner().equals(operator.id());
            if (!mine) {
                house.delivery().feed().leave(line.peer(), known.id());
            }
        });
    }

    void send(OperatorLine line, Operator operator, FromOperator.OperatorSend send) {
        post(
                line,
                operator,
                send.conversation(),
                send.cid(),
                (known, cid) -> house.conversations()
                        .postByOperator(operator.id(), known.id(), send.version(), cid, said(send)));
    }

    private static Conversations.Saying said(FromOperator.OperatorSend send) {
        List<String> files = send.files();
        return new Conversations.Saying(
                words(send.text(), send.document()), files == null ? List.of() : files, send.reply(), null);
    }

    private static Words words(String text, @Nullable TextDocument document) {
        return document == null ? new Words.Plain(text) : new Words.Formatted(document);
    }

    void note(OperatorLine line, Operator operator, FromOperator.Note note) {
        post(
                line,
                operator,
                note.conversation(),
                note.cid(),
                (known, cid) -> house.conversations()
                        .note(
                                operator.id(),
                                known.id(),
                                cid,
                                new EventBody.Note(
                                        note.text(), note.reply(), house.mentioned(operator, known, note.text()))));
    }

    void mentionSeen(OperatorLine line, Operator operator, FromOperator.MentionSeen seen) {
        in(
                line,
                operator,
                seen.conversation(),
                known -> house.conversations()
                        .mentions()
                        .seen(operator.id(), known.id().value(), seen.seq()));
    }

    private void post(OperatorLine line, Operator operator, String name, String cidText, Post post) {
        Optional<ClientId> cid = ClientId.parse(cidText);
        if (cid.isEmpty()) {
            line.peer().refuse(new Read.Malformed<>("shape", cidText, null));
            return;
        }
        line.peer().attempt(cidText, null, () -> {
            Optional<Conversation> known = house.named(operator, name);
            if (known.isEmpty()) {
                line.peer().refuse(cidText, null, "conversation_unknown");
            } else if (!OperatorHouse.mayAnswer(operator, known.get())) {
                line.peer().refuse(cidText, null, "forbidden");
            } else {
                line.send(answer(cidText, name, post.in(known.get(), cid.get())));
            }
        });
    }

    private ToEither answer(String cid, String name, Posted posted) {
        return switch (posted) {
            case Posted.Stored stored ->
                new ToEither.Ack(
                        cid,
                        name,
                        EventShapes.of(stored.event().stream()),
                        stored.event().seq(),
                        stored.event().at(),
                        stored.dup());
            case Posted.Refused(Refusal refusal) -> house.delivery().refusals().of(refusal, cid, null);
        };
    }

    /** Carries out an order once, however often it comes. */
    void order(OperatorLine line, Operator operator, Order order) {
        String rid = order.rid();
        if (rid.isEmpty() || rid.length() > RID_LENGTH) {
            line.peer().refuse(new Read.Malformed<>("shape", null, null));
            return;
        }
        line.peer()
                .attempt(
                        null,
                        rid,
                        () -> line.send(results.once(operator.id(), rid, () -> carriedOut(operator, order))));
    }

    private ToEither carriedOut(Operator operator, Order order) {
        return switch (order) {
            case Order.Turn turn -> turned(operator, turn);
            case Order.Correction correction -> corrected(operator, correction);
            case FromOperator.PutTag put -> tagged(operator, put);
            case FromOperator.InviteVisitor invite -> invites.invite(operator, invite);
            case FromOperator.SetState(String rid, ToOperator.OperatorState state) -> {
                house.operators().setState(operator.id(), state(state));
                yield new ToEither.Done(rid);
            }
        };
    }

    private ToEither turned(Operator operator, Order.Turn order) {
        Optional<Conversation> known = house.named(operator, order.conversation());
        if (known.isEmpty()) {
            return refused(order.rid(), "conversation_unknown");
        }
        if (!OperatorHouse.mayAnswer(operator, known.get())
                || (order instanceof FromOperator.TakeOver && !Access.may(operator, Permission.TAKE_OVER))) {
            return refused(order.rid(), "forbidden");
        }
        return answer(order, outcome(operator, known.get(), order));
    }

    private ToEither corrected(Operator operator, Order.Correction order) {
        Optional<Conversation> known = house.named(operator, order.conversation());
        if (known.isEmpty()) {
            return refused(order.rid(), "conversation_unknown");
        }
        if (!OperatorHouse.mayAnswer(operator, known.get())) {
            return refused(order.rid(), "forbidden");
        }
        ConversationId id = known.get().id();
        Duration within = house.settings().now().editing();
        return answer(
                order,
                switch (order) {
                    case FromOperator.Edit edit ->
                        house.corrections()
                                .edit(operator.id(), id, edit.seq(), words(edit.text(), edit.document()), within);
                    case FromOperator.Delete delete ->
                        house.corrections().delete(operator.id(), id, delete.seq(), within);
                });
    }

    private ToEither tagged(Operator operator, FromOperator.PutTag order) {
        Optional<Conversation> known = house.named(operator, order.conversation());
        if (known.isEmpty()) {
            return refused(order.rid(), "conversation_unknown");
        }
        if (!OperatorHouse.mayAnswer(operator, known.get())) {
            return refused(order.rid(), "forbidden");
        }
        Optional<Tag> tag = house.tag(order.tag()).filter(found -> !found.retired() || !order.on());
        return tag.isEmpty()
                ? refused(order.rid(), "tag_unknown")
                : answer(
                        order,
                        house.conversations()
                                .tag(operator.id(), known.get().id(), tag.get().id(), order.on()));
    }

    private ToEither answer(Order order, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var now) -> new ToEither.Done(order.rid());
            case Outcome.Refused(Refusal refusal) -> house.delivery().refusals().of(refusal, null, order.rid());
        };
    }

    private Outcome outcome(Operator operator, Conversation known, Order.Turn order) {
        OperatorId me = operator.id();
        ConversationId name = known.id();
        Conversations all = house.conversations();
        return switch (order) {
            case FromOperator.Take take -> handing.take(operator, known, take.version());
            case FromOperator.Refuse refuse -> handing.refuse(operator, known);
            case FromOperator.HandOver handOver -> handing.handOver(operator, known, handOver);
            case FromOperator.Accept accept -> all.accept(me, name, accept.version());
            case FromOperator.Decline decline -> all.decline(me, name, decline.version());
            case FromOperator.TakeOver takeOver -> all.takeOver(me, name, takeOver.version());
            case FromOperator.GiveBack giveBack -> all.giveBack(me, name, giveBack.version());
            case FromOperator.Close close -> all.close(me, name, close.version());
        };
    }

    private static ToEither refused(String rid, String code) {
        return new ToEither.Refused(null, rid, code, Map.of(), null);
    }

    /** Typing, seen, fetch and older. */
    void within(OperatorLine line, Operator operator, FromEither frame) {
        switch (frame) {
            case FromEither.Typing(String name, boolean on) ->
                in(line, operator, name, known -> typing(operator, known, on));
            case FromEither.Seen(String name, long seq) ->
                in(line, operator, name, known -> {
                    if (OperatorHouse.mayAnswer(operator, known)) {
                        house.conversations().seen(known.id(), Side.OPERATOR, seq);
                    }
                });
            case FromEither.Fetch(String name, var stream, long after) ->
                in(
                        line,
                        operator,
                        name,
                        known -> house.delivery()
                                .feed()
                                .fetch(line.peer(), known.id(), name, EventShapes.of(stream), after));
            case FromEither.Older(String name, var stream, long before) ->
                in(
                        line,
                        operator,
                        name,
                        known -> house.delivery()
                                .feed()
                                .older(line.peer(), known.id(), name, EventShapes.of(stream), before));
            case FromEither.Beat(), FromEither.Probe() -> {}
        }
    }

    /** Only who answers, or could take it, is shown as typing. */
    private void typing(Operator operator, Conversation known, boolean on) {
        boolean answers = switch (known) {
            case Conversation.Waiting _, Conversation.Offered _ -> OperatorHouse.mayAnswer(operator, known);
            case Conversation.Active active -> active.owner().equals(operator.id());
            case Conversation.Closed _ -> false;
        };
        if (answers) {
            house.delivery().typing(new TypingHeard(known.id(), Side.OPERATOR, operator.id(), on));
        }
    }

    private void in(OperatorLine line, Operator operator, String name, Consumer<Conversation> work) {
        line.peer()
                .attempt(
                        null,
                        null,
                        () -> house.named(operator, name)
                                .ifPresentOrElse(work, () -> line.peer().refuse(null, null, "conversation_unknown")));
    }

    private static OperatorState state(ToOperator.OperatorState state) {
        return switch (state) {
            case ONLINE -> OperatorState.ONLINE;
            case AWAY -> OperatorState.AWAY;
            case OFF -> OperatorState.OFF;
        };
    }

    private interface Post {
        Posted in(Conversation known, ClientId cid);
    }
}
