package chat.beseda.crowd;

import chat.beseda.dialogues.Voice;
import chat.beseda.operators.OperatorId;
import java.util.Set;

/**
 * One of the demo's operators as the conversations know them.
 *
 * @param departments what they answer about: {@code sales} and so on
 */
public record Colleague(OperatorId id, Voice voice, Set<String> departments) {}
