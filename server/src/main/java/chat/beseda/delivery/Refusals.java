package chat.beseda.delivery;

import chat.beseda.conversations.Refusal;
import chat.beseda.frames.ToEither;
import chat.beseda.storage.StorageException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes refusals of the domain as frames. */
public final class Refusals {
    private final RetryDelays delays;

    Refusals(RetryDelays delays) {
        this.delays = delays;
    }

    public ToEither.Refused of(Refusal refusal, @Nullable String cid, @Nullable String rid) {
        Duration retry = switch (refusal) {
            case Refusal.Busy _, Refusal.Closing _, Refusal.Storage _ -> delays.next();
            case Refusal.Rate(Duration wait) -> wait;
            case Refusal.MessageEmpty _,
                    Refusal.MessageTooLong _,
                    Refusal.MessageInvalid _,
                    Refusal.DocumentTooComplex _,
                    Refusal.DocumentInvalid _,
                    Refusal.FilesTooMany _,
                    Refusal.FileUnknown _,
                    Refusal.ConversationUnknown _,
                    Refusal.ConversationClosed _,
                    Refusal.MessageUnknown _,
                    Refusal.ReplyUnknown _,
                    Refusal.TooLate _,
                    Refusal.NotOwner _,
                    Refusal.Taken _,
                    Refusal.OfferedToAnother _,
                    Refusal.OfferGone _,
                    Refusal.ReceiverAway _ -> null;
        };
        Long retryMs = retry == null ? null : Math.max(1, retry.toMillis());
        return new ToEither.Refused(cid, rid, refusal.code(), refusal.params(), retryMs);
    }

    /** The store could not be asked. */
    ToEither.Refused of(StorageException failure, @Nullable String cid, @Nullable String rid) {
        String code = switch (failure.trouble()) {
            case BUSY -> "busy";
            case CLOSING -> "closing";
            case FULL, UNREACHABLE, BROKEN, STATEMENT -> "storage";
        };
        return new ToEither.Refused(cid, rid, code, Map.of(), delays.next().toMillis());
    }
}
