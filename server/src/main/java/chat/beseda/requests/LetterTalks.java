package chat.beseda.requests;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.Opening;
import chat.beseda.conversations.Posted;
import chat.beseda.events.ClientId;
import chat.beseda.operators.Access;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.requestkinds.KindDraft;
import chat.beseda.requestkinds.RequestKind;
import chat.beseda.requestkinds.RequestKinds;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.Visitors;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets letters go on as conversations of whoever wrote them: the letter is the visitor's message there, said once however often this is
 * tried. Thread-safe.
 */
final class LetterTalks {
    private static final Logger log = LoggerFactory.getLogger(LetterTalks.class);
    private static final int CLIENT_ID_BYTES = 16;

    private final Conversations conversations;
    private final Visitors visitors;
    private final RequestKinds kinds;

    LetterTalks(Conversations conversations, Visitors visitors, RequestKinds kinds) {
        this.conversations = conversations;
        this.visitors = visitors;
        this.kinds = kinds;
    }

    /**
     * The conversation in which a letter goes on from now: a new one, or the open one of that visitor when the operator may take it.
     * Nothing while somebody else talks with the visitor, or was asked to, or they may not read it: what one department was told is
     * none of another's business.
     */
    Optional<ConversationId> open(Operator operator, Request letter) {
        Left left = letter.left();
        if (!conversations.ofVisitor(left.keys().visitor(), Long.MAX_VALUE).stream()
                .allMatch(open -> mayGoOn(operator, open))) {
            return Optional.empty();
        }
        var page = left.page().isEmpty() ? null : new Page(left.page(), "", "");
        var opening = new Opening(
                page,
                left.language(),
                kinds.byId(letter.kind())
                        .map(RequestKind::draft)
                        .map(KindDraft::department)
                        .orElse(null));
        return visitors.byId(left.keys().visitor())
                .map(visitor -> conversations.postByVisitor(visitor, opening, name(letter.id()), left.text()))
                .flatMap(posted -> switch (posted) {
                    case Posted.Stored stored -> Optional.of(stored.conversation());
                    case Posted.Refused(var refusal) -> {
                        log.atWarn().addKeyValue("code", refusal.code()).log("requests.letter.refused");
                        yield Optional.empty();
                    }
                })
                .map(id -> taken(operator.id(), id));
    }

    private static boolean mayGoOn(Operator operator, Conversation open) {
        return switch (open) {
            case Conversation.Active active -> active.owner().equals(operator.id());
            case Conversation.Offered offered -> offered.to().equals(operator.id());
            case Conversation.Waiting waiting ->
                Access.mayAnswer(
                        operator, waiting.facts().site(), waiting.facts().department());
            case Conversation.Closed _ -> true;
        };
    }

    private ConversationId taken(OperatorId operator, ConversationId id) {
        conversations
                .byId(id)
                .filter(now -> now instanceof Conversation.Waiting || now instanceof Conversation.Offered)
                .ifPresent(now -> conversations.take(operator, id, now.facts().version()));
        return id;
    }

    /** The same for the same letter. */
    private static ClientId name(RequestId letter) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("request " + letter).getBytes(StandardCharsets.UTF_8));
            return new ClientId(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, CLIENT_ID_BYTES)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
