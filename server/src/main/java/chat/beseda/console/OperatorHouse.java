package chat.beseda.console;

import chat.beseda.bans.Bans;
import chat.beseda.clients.Clients;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.Corrections;
import chat.beseda.delivery.Delivery;
import chat.beseda.delivery.Feed;
import chat.beseda.lookout.Watchtower;
import chat.beseda.mentions.Mentions;
import chat.beseda.operators.Access;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorPresence;
import chat.beseda.operators.OperatorSessions;
import chat.beseda.operators.Operators;
import chat.beseda.operators.Permission;
import chat.beseda.outreach.Outreach;
import chat.beseda.ratings.Ratings;
import chat.beseda.requests.RequestRights;
import chat.beseda.rest.Fields;
import chat.beseda.routing.Routing;
import chat.beseda.settings.InstallationSettings;
import chat.beseda.shifts.Shifts;
import chat.beseda.sites.Departments;
import chat.beseda.sites.SiteId;
import chat.beseda.sites.Sites;
import chat.beseda.tags.Tag;
import chat.beseda.tags.TagId;
import chat.beseda.tags.Tags;
import chat.beseda.unseen.UnseenAnswers;
import chat.beseda.visitors.SiteCustoms;
import chat.beseda.visitors.VisitorPresence;
import chat.beseda.visitors.Visitors;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The parts of the house that an operator's line leads to. */
public record OperatorHouse(
        Sites sites,
        Departments departments,
        InstallationSettings settings,
        Operators operators,
        OperatorSessions sessions,
        OperatorPresence presence,
        Shifts shifts,
        Visitors visitors,
        VisitorPresence visitorPresence,
        Conversations conversations,
        Corrections corrections,
        Delivery delivery,
        Routing routing,
        Watchtower watchtower,
        Outreach outreach,
        Bans bans,
        SiteCustoms customs,
        Clients clients,
        Ratings ratings,
        Tags tags,
        UnseenAnswers unseen,
        RequestRights requests,
        InstantSource clock) {

    /** All sites' open conversations that are looked through for those an operator may see. */
    private static final int LOOKED_THROUGH = 5_000;

    private static final int INBOX = 500;

    static boolean mayRead(Operator operator, Conversation conversation) {
        return Access.mayRead(
                        operator,
                        conversation.facts().site(),
                        conversation.facts().department())
                || isGiven(operator, conversation);
    }

    static boolean mayAnswer(Operator operator, Conversation conversation) {
        return Access.mayAnswer(
                        operator,
                        conversation.facts().site(),
                        conversation.facts().department())
                || (Access.may(operator, Permission.ANSWER) && isGiven(operator, conversation));
    }

    /** Whom it is offered or handed over to, or who has it, need not belong to its department. */
    private static boolean isGiven(Operator operator, Conversation conversation) {
        OperatorId me = operator.id();
        boolean given = switch (conversation) {
            case Conversation.Waiting _, Conversation.Closed _ -> false;
            case Conversation.Offered offered -> offered.to().equals(me);
            case Conversation.Active active ->
                active.owner().equals(me)
                        || (active.transfer() != null
                                && me.equals(active.transfer().to()));
        };
        return given && Access.maySee(operator, conversation.facts().site());
    }

    /** The conversation of that name, if there is one and the operator may see it. */
    Optional<Conversation> named(Operator operator, String name) {
        return id(name).flatMap(conversations::byId).filter(known -> mayRead(operator, known));
    }

    /**
     * Follows the conversation for the operator's line. Rights taken away while this was under way take it back: whoever took
     * them looked at what was followed then. So does the conversation's going elsewhere.
     */
    void follow(OperatorLine line, Conversation conversation, Consumer<Feed> how) {
        how.accept(delivery.feed());
        if (conversations.byId(conversation.id()).filter(line::mayRead).isEmpty()) {
            line.takeAway(conversation.id());
        }
    }

    /** The open ones the operator may see, oldest first. */
    List<Conversation> inbox(Operator operator) {
        return conversations.open(LOOKED_THROUGH).stream()
                .filter(conversation -> mayRead(operator, conversation))
                .limit(INBOX)
                .toList();
    }

    /** Colleagues who may read the conversation too, by name. */
    Stream<Operator> colleagues(Operator operator, Conversation conversation) {
        return operators.all().stream()
                .filter(each -> !each.disabled() && !each.id().equals(operator.id()))
                .filter(each -> mayRead(each, conversation));
    }

    /** Whom a note mentions of those who may read it. */
    List<OperatorId> mentioned(Operator operator, Conversation conversation, String note) {
        Set<OperatorId> named = Mentions.named(note);
        return named.isEmpty()
                ? List.of()
                : colleagues(operator, conversation)
                        .map(Operator::id)
                        .filter(named::contains)
                        .toList();
    }

    /** How many visitors the operator may see are on line. */
    ToOperator.VisitorsOnline crowd(Operator operator, Map<SiteId, Integer> counts) {
        return new ToOperator.VisitorsOnline(counts.entrySet().stream()
                .filter(site -> Access.maySee(operator, site.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum());
    }

    List<Conversation> allOpen() {
        return conversations.open(LOOKED_THROUGH);
    }

    List<ToOperator.Tag> tagViews() {
        return tags.all().stream()
                .map(tag ->
                        new ToOperator.Tag(tag.id().toString(), tag.name(), Fields.word(tag.colour()), tag.retired()))
                .toList();
    }

    /** The tag of that name on the line. */
    Optional<Tag> tag(String name) {
        try {
            return tags.byId(new TagId(Long.parseLong(name)));
        } catch (NumberFormatException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<ConversationId> id(String name) {
        try {
            return Optional.of(new ConversationId(Long.parseLong(name)));
        } catch (NumberFormatException unknown) {
            return Optional.empty();
        }
    }
}
