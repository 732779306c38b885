package chat.beseda.console;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Facts;
import chat.beseda.conversations.Transfer;
import chat.beseda.delivery.EventShapes;
import chat.beseda.events.Preview;
import chat.beseda.routing.QueuePlace;
import chat.beseda.routing.Routing;
import chat.beseda.tags.TagId;
import chat.beseda.tags.Taggings;
import chat.beseda.visitors.PresentVisitor;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorId;
import chat.beseda.visitors.VisitorPresence;
import chat.beseda.visitors.Visitors;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conversations' heads as operators see them, with their visitors: one query however many there are. Blocks; thread-safe. */
final class ConversationViews {
    private final Visitors visitors;
    private final VisitorPresence presence;
    private final Routing routing;
    private final Taggings taggings;

    ConversationViews(Visitors visitors, VisitorPresence presence, Routing routing, Taggings taggings) {
        this.taggings = taggings;
        this.visitors = visitors;
        this.routing = routing;
        this.presence = presence;
    }

    ToOperator.Conversation of(Conversation conversation) {
        return of(List.of(conversation)).getFirst();
    }

    List<ToOperator.Conversation> of(Collection<Conversation> conversations) {
        Map<VisitorId, Visitor> known = visitors.byIds(conversations.stream()
                .map(conversation -> conversation.facts().visitor())
                .collect(Collectors.toSet()));
        Map<Long, List<TagId>> tags = taggings.of(conversations.stream()
                .map(conversation -> conversation.id().value())
                .toList());
        return conversations.stream()
                .map(conversation -> view(
                        conversation,
                        summary(conversation.facts().visitor(), known),
                        tags.getOrDefault(conversation.id().value(), List.of())))
                .toList();
    }

    private ToOperator.VisitorSummary summary(VisitorId id, Map<VisitorId, Visitor> known) {
        Visitor visitor = known.get(id);
        PresentVisitor present = presence.of(id).orElse(null);
        return new ToOperator.VisitorSummary(
                Long.toString(id.value()),
                visitor == null ? null : visitor.name(),
                visitor == null ? null : visitor.email(),
                visitor == null ? null : visitor.phone(),
                visitor == null ? "" : Long.toString(visitor.number()),
                null,
                present != null,
                present == null ? null : EventShapes.of(present.page()));
    }

    private ToOperator.Conversation view(
            Conversation conversation, ToOperator.VisitorSummary visitor, List<TagId> tags) {
        return switch (conversation) {
            case Conversation.Waiting(Facts facts) ->
                view(facts, ToOperator.Conversation.State.WAITING, conversation, visitor, tags, null, null);
            case Conversation.Offered offered ->
                view(offered.facts(), ToOperator.Conversation.State.OFFERED, offered, visitor, tags, null, null);
            case Conversation.Active active ->
                view(
                        active.facts(),
                        ToOperator.Conversation.State.ACTIVE,
                        active,
                        visitor,
                        tags,
                        active.takenAt(),
                        null);
            case Conversation.Closed closed ->
                view(
                        closed.facts(),
                        ToOperator.Conversation.State.CLOSED,
                        closed,
                        visitor,
                        tags,
                        closed.takenAt(),
                        closed.closedAt());
        };
    }

    private ToOperator.Conversation view(
            Facts facts,
            ToOperator.Conversation.State state,
            Conversation conversation,
            ToOperator.VisitorSummary visitor,
            List<TagId> tags,
            @Nullable Long takenAt,
            @Nullable Long closedAt) {
        return new ToOperator.Conversation(
                Long.toString(facts.id().value()),
                facts.site().toString(),
                facts.department() == null ? null : facts.department().toString(),
                state,
                conversation.owner() == null ? null : conversation.owner().toString(),
                facts.version(),
                visitor,
                facts.openedAt(),
                takenAt,
                closedAt,
                facts.waitingSince(),
                facts.publicTop(),
                facts.internalTop(),
                facts.visitorSeen(),
                facts.operatorSeen(),
                preview(facts.preview()),
                offer(conversation),
                transfer(conversation),
                routing.dispatcher().placeOf(facts.id()).map(QueuePlace::place).orElse(null),
                tags.isEmpty() ? null : tags.stream().map(Object::toString).toList());
    }

    private static ToOperator.Conversation.@Nullable Offer offer(Conversation conversation) {
        return conversation instanceof Conversation.Offered offered
                ? new ToOperator.Conversation.Offer(offered.to().toString(), offered.until())
                : null;
    }

    private static ToOperator.Conversation.@Nullable Transfer transfer(Conversation conversation) {
        Transfer transfer = conversation instanceof Conversation.Active active ? active.transfer() : null;
        return transfer == null
                ? null
                : new ToOperator.Conversation.Transfer(
                        Objects.toString(conversation.owner()),
                        transfer.to() == null ? null : transfer.to().toString(),
                        transfer.department() == null
                                ? null
                                : transfer.department().toString(),
                        transfer.until(),
                        transfer.note(),
                        transfer.asked());
    }

    private static ToOperator.Conversation.@Nullable Preview preview(@Nullable Preview newest) {
        return newest == null
                ? null
                : new ToOperator.Conversation.Preview(EventShapes.of(newest.author()), newest.text(), newest.at());
    }
}
