package chat.beseda.conversations;

import chat.beseda.operators.OperatorId;
import chat.beseda.storage.StorageException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why words or an order were not accepted; codes and parameters are those of docs/protocol.md. */
public sealed interface Refusal {

    String code();

    /** Of a store in trouble: to be sent again. */
    static Refusal of(StorageException failure) {
        return switch (failure.trouble()) {
            case BUSY -> new Busy(Duration.ofSeconds(2));
            case CLOSING -> new Closing(Duration.ofSeconds(5));
            case FULL, UNREACHABLE, BROKEN, STATEMENT -> new Storage(Duration.ofSeconds(5));
        };
    }

    default Map<String, String> params() {
        return Map.of();
    }

    /** When to send the same again; null when that would not help. */
    default @Nullable Duration retry() {
        return null;
    }

    /** Nothing but white space. */
    record MessageEmpty() implements Refusal {
        @Override
        public String code() {
            return "message_empty";
        }
    }

    /** More code points than the limit. */
    record MessageTooLong(int limit, int length) implements Refusal {
        @Override
        public String code() {
            return "message_too_long";
        }

        @Override
        public Map<String, String> params() {
            return Map.of("limit", Integer.toString(limit), "length", Integer.toString(length));
        }
    }

    /** A control character or half a character, told as {@code U+0007}. */
    record MessageInvalid(String character) implements Refusal {
        @Override
        public String code() {
            return "message_invalid";
        }

        @Override
        public Map<String, String> params() {
            return Map.of("character", character);
        }
    }

    /** More blocks and runs than the limit. */
    record DocumentTooComplex(int limit, int nodes) implements Refusal {
        @Override
        public String code() {
            return "document_too_complex";
        }

        @Override
        public Map<String, String> params() {
            return Map.of("limit", Integer.toString(limit), "nodes", Integer.toString(nodes));
        }
    }

    /** Formatted against the rules; {@code reason} is {@code level}, {@code run}, {@code mark} or {@code link}. */
    record DocumentInvalid(String reason) implements Refusal {
        @Override
        public String code() {
            return "document_invalid";
        }

        @Override
        public Map<String, String> params() {
            return Map.of("reason", reason);
        }
    }

    /** More files than a message may have, or one of them twice. */
    record FilesTooMany(int limit) implements Refusal {
        @Override
        public String code() {
            return "files_too_many";
        }

        @Override
        public Map<String, String> params() {
            return Map.of("limit", Integer.toString(limit));
        }
    }

    /** A file that is not there any more, not whole, or another's. */
    record FileUnknown() implements Refusal {
        @Override
        public String code() {
            return "file_unknown";
        }
    }

    /** Not there, or not his to see. */
    record ConversationUnknown() implements Refusal {
        @Override
        public String code() {
            return "conversation_unknown";
        }
    }

    /** There is no message of theirs at that place, or not any more. */
    record MessageUnknown() implements Refusal {
        @Override
        public String code() {
            return "message_unknown";
        }
    }

    /** What the words answer is no message of the conversation that both sides see. */
    record ReplyUnknown() implements Refusal {
        @Override
        public String code() {
            return "reply_unknown";
        }
    }

    /** It was said so long ago that it stays as it is. */
    record TooLate(Duration limit) implements Refusal {
        @Override
        public String code() {
            return "too_late";
        }

        @Override
        public Map<String, String> params() {
            return Map.of("minutes", Long.toString(limit.toMinutes()));
        }
    }

    /** It has ended. */
    record ConversationClosed() implements Refusal {
        @Override
        public String code() {
            return "conversation_closed";
        }
    }

    /** It is another's, or nobody's, or has changed hands since; with its version now. */
    record NotOwner(@Nullable OperatorId owner, int version) implements Refusal {
        @Override
        public String code() {
            return "not_owner";
        }

        @Override
        public Map<String, String> params() {
            return Map.of(
                    "owner", owner == null ? "" : Long.toString(owner.value()), "version", Integer.toString(version));
        }
    }

    /** Somebody took it first. */
    record Taken(OperatorId owner) implements Refusal {
        @Override
        public String code() {
            return "taken";
        }

        @Override
        public Map<String, String> params() {
            return Map.of("owner", Long.toString(owner.value()));
        }
    }

    /** Another operator is asked to take it, and nobody else may while that lasts. */
    record OfferedToAnother(OperatorId to) implements Refusal {
        @Override
        public String code() {
            return "offered";
        }

        @Override
        public Map<String, String> params() {
            return Map.of("to", Long.toString(to.value()));
        }
    }

    /** The offer or the hand-over that is answered is no more. */
    record OfferGone() implements Refusal {
        @Override
        public String code() {
            return "offer_gone";
        }
    }

    /** Who should receive it is not there, or may not answer it. */
    record ReceiverAway() implements Refusal {
        @Override
        public String code() {
            return "receiver_away";
        }
    }

    /** The visitor began too many conversations. */
    record Rate(Duration retry) implements Refusal {
        @Override
        public String code() {
            return "rate";
        }
    }

    /** Too many writes wait; nothing was accepted. */
    record Busy(Duration retry) implements Refusal {
        @Override
        public String code() {
            return "busy";
        }
    }

    /** The program is about to end; nothing was accepted. */
    record Closing(Duration retry) implements Refusal {
        @Override
        public String code() {
            return "closing";
        }
    }

    /** The store cannot write now; whether this was stored shows when it is sent again. */
    record Storage(Duration retry) implements Refusal {
        @Override
        public String code() {
            return "storage";
        }
    }
}
