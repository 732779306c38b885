package chat.beseda.delivery;

import chat.beseda.frames.Shapes;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorPresence;
import chat.beseda.operators.Operators;
import chat.beseda.operators.Profile;
import chat.beseda.sites.SiteId;
import java.util.Optional;

/** The operators as visitors see them. From memory; thread-safe. */
public final class Faces {
    private final Operators operators;
    private final OperatorPresence presence;

    public Faces(Operators operators, OperatorPresence presence) {
        this.operators = operators;
        this.presence = presence;
    }

    /**
     * The face of an operator; one without a name when nobody remembers them.
     *
     * @param language of who sees it; empty: as operators call themselves
     */
    public Shapes.Person of(OperatorId id, String language) {
        return operators
                .byId(id)
                .map(operator -> face(operator, language))
                .orElseGet(() -> new Shapes.Person(id.toString(), "", "", null));
    }

    /** Somebody who is on line for the site now; the one with a photo first. */
    public Optional<Shapes.Person> onLine(SiteId site, String language) {
        Optional<Operator> first = Optional.empty();
        for (Operator operator : presence.onLine(site)) {
            if (operator.photo() != null) {
                return Optional.of(face(operator, language));
            }
            first = first.or(() -> Optional.of(operator));
        }
        return first.map(operator -> face(operator, language));
    }

    private static Shapes.Person face(Operator operator, String language) {
        Profile.Called called = operator.profile().in(language);
        return new Shapes.Person(operator.id().toString(), called.name(), called.title(), operator.photoPath());
    }
}
