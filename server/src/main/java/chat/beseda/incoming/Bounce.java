package chat.beseda.incoming;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail server says of a letter that did not arrive.
 *
 * @param recipients whom it did not reach, as the server writes them
 * @param permanent no further try will be made, or would help
 * @param messageIds of the letters that may be meant, with their brackets
 * @param words the server's own, perhaps empty
 */
public record Bounce(List<String> recipients, boolean permanent, List<String> messageIds, String words) {
    private static final int MOST = 20;
    private static final int LOOKED_AT = 64_000;
    private static final int MOST_LEAVES = 20;
    private static final int MOST_WORDS = 500;
    private static final Pattern FIELD =
            Pattern.compile("(?im)^(final-recipient|original-recipient|action|status|diagnostic-code):[ \\t]*"
                    + "([^\\r\\n]{0,500}(?:\\r?\\n[ \\t][^\\r\\n]{0,500}){0,5})");
    private static final Pattern REPLY = Pattern.compile("(?m)\\b([45])\\d\\d[ -][^\\r\\n]{0,500}");
    private static final String STATUS = "delivery-status";
    private static final String MAIL_RU = "x-mailer-daemon-";
    /** As "user_not_found". */
    static final String MAIL_RU_ERROR = MAIL_RU + "error";

    private static final Pattern MESSAGE_ID =
            Pattern.compile("(?im)^[ \\t]*message-id:[ \\t]*(?:\\r?\\n[ \\t]+)?(<[^<>\\s]{1,250}>)");

    public Bounce {
        recipients = List.copyOf(recipients);
        messageIds = List.copyOf(messageIds);
    }

    static Bounce of(MimePart letter) {
        var recipients = new ArrayList<String>();
        var ids = new ArrayList<String>();
        var found = new StringBuilder();
        for (String name : List.of("x-failed-recipients", MAIL_RU + "recipients")) {
            Address.all(letter.headers().raw(name).replace(';', ',')).forEach(each -> add(recipients, each.address()));
        }
        var leaves = new ArrayList<MimePart>();
        gather(letter, leaves);
        boolean permanent = false;
        for (MimePart leaf : leaves) {
            permanent |= look(leaf, recipients, ids, found);
        }
        if (!recipients.isEmpty() && leaves.stream().noneMatch(Bounce::isStatus)) {
            permanent = isFinal(
                    letter.headers().raw(MAIL_RU_ERROR), leaves.getFirst().words(LOOKED_AT), found);
        }
        return new Bounce(recipients, permanent, ids, found.toString());
    }

    private static boolean isStatus(MimePart leaf) {
        return leaf.type().startsWith("message/") && leaf.type().endsWith(STATUS);
    }

    /** Of a letter that says so in an own header, or only in its words, in which the server's answer may be quoted. */
    private static boolean isFinal(String error, String words, StringBuilder said) {
        Matcher reply = REPLY.matcher(words);
        if (!error.isBlank() || !reply.find()) {
            say(said, error);
            return !error.contains("quota");
        }
        say(said, reply.group());
        return reply.group(1).equals("5");
    }

    private static void say(StringBuilder said, String words) {
        String line = TidyText.line(words).replaceAll("\\s+", " ");
        if (said.isEmpty()) {
            said.append(
                    line, 0, line.offsetByCodePoints(0, Math.min(MOST_WORDS, line.codePointCount(0, line.length()))));
        }
    }

    private static void gather(MimePart part, List<MimePart> leaves) {
        if (part.parts().isEmpty() && leaves.size() < MOST_LEAVES) {
            leaves.add(part);
        }
        part.parts().forEach(each -> gather(each, leaves));
    }

    private static boolean look(MimePart leaf, List<String> recipients, List<String> ids, StringBuilder said) {
        String words = leaf.words(LOOKED_AT);
        Matcher id = MESSAGE_ID.matcher(words);
        while (ids.size() < MOST && id.find()) {
            add(ids, id.group(1));
        }
        return isStatus(leaf) && status(words, recipients, said);
    }

    private static boolean status(String words, List<String> recipients, StringBuilder said) {
        boolean failed = false;
        boolean later = false;
        Matcher field = FIELD.matcher(words);
        while (field.find()) {
            String value = field.group(2).strip();
            switch (field.group(1).toLowerCase(Locale.ROOT)) {
                case "final-recipient", "original-recipient" -> add(recipients, value.replaceFirst("^[^;]*;\\s*", ""));
                case "action" -> later |= !value.equalsIgnoreCase("failed");
                case "status" -> failed |= value.startsWith("5");
                default -> say(said, value);
            }
        }
        return failed && !later;
    }

    private static void add(List<String> list, String value) {
        if (list.size() < MOST && !value.isBlank() && !list.contains(value)) {
            list.add(value);
        }
    }
}
