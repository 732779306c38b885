package chat.beseda.files;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes the name that somebody's computer gave a file harmless on every other computer. It is shown and downloaded, never a path here. */
final class FileName {
    static final int LONGEST = 120;
    private static final int LONGEST_ENDING = 10;
    private static final String NAMELESS = "file";

    /** Devices of Windows, whatever their ending. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private FileName() {}

    /** What is left of a hostile name; never empty. */
    static String harmless(String said) {
        String shown = Normalizer.normalize(said, Normalizer.Form.NFC)
                .codePoints()
                .filter(FileName::shows)
                .map(each -> "<>:\"|?*".indexOf(each) >= 0 ? '_' : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        // Folders go after what is invisible has gone, or they would come back.
        String last = shown.substring(Math.max(shown.lastIndexOf('/'), shown.lastIndexOf('\\')) + 1);
        String bare = last.strip().replaceFirst("^[.\\s]+", "").replaceFirst("[.\\s]+$", "");
        String name = bare.isEmpty() ? NAMELESS : bare;
        return cut(DEVICE.matcher(name).matches() ? "_" + name : name);
    }

    /** The name with an ending that its content may have: {@code photo.exe} that is a JPEG becomes {@code photo.exe.jpg}. */
    static String ending(String name, List<String> endings) {
        return endings.contains(ending(name)) ? name : cut(name + "." + endings.getFirst());
    }

    /** In lower case, without the dot; empty when there is none. */
    static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 1 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** From the middle, so that the ending stays. */
    private static String cut(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        int kept = LONGEST - ending.length() - 1;
        return name.substring(0, name.offsetByCodePoints(0, kept)) + "…" + ending;
    }

    private static boolean shows(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
