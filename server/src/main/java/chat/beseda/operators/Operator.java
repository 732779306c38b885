package chat.beseda.operators;

import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who answers visitors.
 *
 * @param email what they sign in with, in lower case
 * @param title the post shown to visitors under the name, perhaps empty
 * @param photo the SHA-256 of the picture's bytes in hex
 * @param capacity how many conversations at once, 1 to 100
 * @param sites the sites they serve; empty means all
 * @param locale the language of their console: {@code ru}, {@code en} or {@code uk}
 * @param theme {@code system}, {@code light} or {@code dark}
 * @param lastSeenAt when their console was last heard
 */
public record Operator(
        OperatorId id,
        String name,
        String email,
        String title,
        @Nullable String photo,
        Role role,
        OperatorState state,
        int capacity,
        Set<SiteId> sites,
        Set<DepartmentId> departments,
        String locale,
        String theme,
        boolean disabled,
        long createdAt,
        @Nullable Long lastSeenAt) {

    public Operator {
        sites = Set.copyOf(sites);
        departments = Set.copyOf(departments);
    }

    public boolean serves(SiteId site) {
        return sites.isEmpty() || sites.contains(site);
    }

    Operator named(String name, String title, String locale, String theme) {
        return new Operator(
                id,
                name,
                email,
                title,
                photo,
                role,
                state,
                capacity,
                sites,
                departments,
                locale,
                theme,
                disabled,
                createdAt,
                lastSeenAt);
    }

    Operator inState(OperatorState state) {
        return new Operator(
                id,
                name,
                email,
                title,
                photo,
                role,
                state,
                capacity,
                sites,
                departments,
                locale,
                theme,
                disabled,
                createdAt,
                lastSeenAt);
    }

    Operator with(@Nullable String photo) {
        return new Operator(
                id,
                name,
                email,
                title,
                photo,
                role,
                state,
                capacity,
                sites,
                departments,
                locale,
                theme,
                disabled,
                createdAt,
                lastSeenAt);
    }

    Operator seen(long lastSeenAt) {
        return new Operator(
                id,
                name,
                email,
                title,
                photo,
                role,
                state,
                capacity,
                sites,
                departments,
                locale,
                theme,
                disabled,
                createdAt,
                lastSeenAt);
    }

    /** Where the picture is served on the server's own origin. */
    public @Nullable String photoPath() {
        return photo == null ? null : "/photos/" + photo + ".jpg";
    }
}
