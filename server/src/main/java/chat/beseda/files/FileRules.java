package chat.beseda.files;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody may send.
 *
 * @param allowed false: nothing
 * @param megabytes a file may have
 */
public record FileRules(boolean allowed, int megabytes, Set<FileKind> kinds) {
    /** Greatest number of megabytes that can be set. */
    public static final int MOST_MEGABYTES = 100;
    /** Of a file of a ready answer, which belongs to no site. */
    public static final int ANSWER_MEGABYTES = 25;

    public FileRules {
        kinds = Set.copyOf(kinds);
    }

    /** Everything that is taken at all. */
    public static FileRules everything(int megabytes) {
        return new FileRules(true, megabytes, EnumSet.allOf(FileKind.class));
    }

    /** Of kinds by their names in small letters. */
    public static FileRules of(boolean allowed, int megabytes, Collection<String> kinds) {
        return new FileRules(
                allowed,
                megabytes,
                kinds.stream()
                        .map(kind -> FileKind.valueOf(kind.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()));
    }

    long mostBytes() {
        return megabytes * 1024L * 1024;
    }
}
