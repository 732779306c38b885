package chat.beseda.incoming;

/** Joins the lines that {@code format=flowed} (RFC 3676) has broken. */
final class FlowedText {
    private FlowedText() {}

    static String joined(String text, boolean delsp) {
        var joined = new StringBuilder();
        int depth = -1;
        for (String raw : text.replace("\r\n", "\n").split("\n", -1)) {
            int quoted = 0;
            while (quoted < raw.length() && raw.charAt(quoted) == '>') {
                quoted++;
            }
            String line = raw.substring(quoted);
            String words = line.startsWith(" ") ? line.substring(1) : line;
            boolean isDivider = words.equals("-- ");
            if (depth == quoted && !isDivider) {
                joined.append(words);
            } else {
                joined.append(joined.isEmpty() ? "" : "\n")
                        .append(">".repeat(quoted))
                        .append(quoted > 0 ? " " : "")
                        .append(words);
            }
            boolean flows = words.endsWith(" ") && !isDivider;
            depth = flows ? quoted : -1;
            if (flows && delsp) {
                joined.setLength(joined.length() - 1);
            }
        }
        return joined.toString();
    }
}
