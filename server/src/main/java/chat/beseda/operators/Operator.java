package chat.beseda.operators;

import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who answers visitors.
 *
 * @param email what they sign in with, in lower case
 * @param state what they say about being available
 * @param why what the state is due to
 * @param lastSeenAt when they last did something at their console
 */
public record Operator(
        OperatorId id,
        String email,
        Profile profile,
        Duties duties,
        OperatorState state,
        OperatorState.Why why,
        long createdAt,
        @Nullable Long lastSeenAt) {

    public String name() {
        return profile.name();
    }

    public String title() {
        return profile.title();
    }

    public @Nullable String photo() {
        return profile.photo();
    }

    public String locale() {
        return profile.locale();
    }

    public String theme() {
        return profile.theme();
    }

    public Role role() {
        return duties.role();
    }

    public int capacity() {
        return duties.capacity();
    }

    public Set<SiteId> sites() {
        return duties.sites();
    }

    public Set<DepartmentId> departments() {
        return duties.departments();
    }

    public Abilities abilities() {
        return duties.abilities();
    }

    public boolean disabled() {
        return duties.disabled();
    }

    public boolean serves(SiteId site) {
        return sites().isEmpty() || sites().contains(site);
    }

    /** Where the picture is served on the server's own origin. */
    public @Nullable String photoPath() {
        return photo() == null ? null : "/photos/" + photo() + ".jpg";
    }

    Operator with(Profile profile) {
        return new Operator(id, email, profile, duties, state, why, createdAt, lastSeenAt);
    }

    Operator with(Duties duties) {
        return new Operator(id, email, profile, duties, state, why, createdAt, lastSeenAt);
    }

    Operator inState(OperatorState state, OperatorState.Why why) {
        return new Operator(id, email, profile, duties, state, why, createdAt, lastSeenAt);
    }

    Operator seen(long lastSeenAt) {
        return new Operator(id, email, profile, duties, state, why, createdAt, lastSeenAt);
    }
}
