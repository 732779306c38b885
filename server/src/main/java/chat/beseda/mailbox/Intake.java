package chat.beseda.mailbox;

import chat.beseda.incoming.Received;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of letters. */
public interface Intake {

    /**
     * What became of a letter.
     *
     * @param conversation it belongs to, as far as that is known
     * @param leftOut names of files that weren't taken
     */
    record Taken(LetterState state, @Nullable Long conversation, List<String> leftOut) {
        public Taken {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Nothing can be decided now; the letter is handed over again. */
    final class Later extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Later(String reason) {
            super(reason);
        }
    }

    /**
     * Takes a letter; the same one again does nothing new.
     *
     * @param name the same for the same letter: 22 characters of base64url
     * @param whole false: it is too big, and this is its beginning
     * @return nothing when it is none of ours
     */
    Optional<Taken> take(String name, Received letter, boolean whole);
}
