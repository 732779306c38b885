package chat.beseda.demo;

import chat.beseda.operators.OperatorId;
import java.util.Set;

/**
 * One of the demo's operators as the conversations know them.
 *
 * @param departments what they answer about: {@code sales} and so on
 * @param neighbour somebody they mention in notes
 */
record Colleague(OperatorId id, String name, boolean woman, Set<String> departments, String neighbour) {

    String firstName() {
        return name.substring(0, name.indexOf(' '));
    }
}
