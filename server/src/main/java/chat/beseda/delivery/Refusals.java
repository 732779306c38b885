package chat.beseda.delivery;

import chat.beseda.conversations.Refusal;
import chat.beseda.storage.StorageException;
import chat.beseda.storage.StorageTrouble;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes refusals of the domain as frames. */
public final class Refusals {
    private Refusals() {}

    public static ToEither.Refused of(Refusal refusal, @Nullable String cid, @Nullable String rid) {
        Duration retry = switch (refusal) {
            case Refusal.Busy _, Refusal.Storage _ -> Peer.retry();
            case Refusal.Rate(Duration wait) -> wait;
            case Refusal.MessageEmpty _,
                    Refusal.MessageTooLong _,
                    Refusal.MessageInvalid _,
                    Refusal.ConversationUnknown _,
                    Refusal.ConversationClosed _,
                    Refusal.NotOwner _,
                    Refusal.Taken _ -> null;
        };
        Long retryMs = retry == null ? null : Math.max(1, retry.toMillis());
        return new ToEither.Refused(cid, rid, refusal.code(), refusal.params(), retryMs);
    }

    /** The store could not be asked. */
    static ToEither.Refused of(StorageException failure, @Nullable String cid, @Nullable String rid) {
        String code = failure.trouble() == StorageTrouble.BUSY ? "busy" : "storage";
        return new ToEither.Refused(cid, rid, code, Map.of(), Peer.retry().toMillis());
    }
}
