package chat.beseda.incoming;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads letters. Stateless; bounded in parts, depth, headers, words and files. */
public final class LetterReader {
    /** A letter above this is not read. */
    public static final int MOST_BYTES = 30 * 1024 * 1024;

    /** Files of one letter. */
    public static final int MOST_FILES = 50;

    private static final int MOST_TEXT_BYTES = 1024 * 1024;
    private static final int MOST_HTML_BYTES = 256 * 1024;
    private static final int MOST_TEXT = 200_000;
    private static final int MOST_SUBJECT = 500;
    private static final int MOST_NAME = 200;
    private static final int MOST_IDS = 50;
    private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,250}>");
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");

    private LetterReader() {}

    /**
     * Reads a letter. Nothing in it makes this throw.
     *
     * @throws IllegalArgumentException when it is above {@link #MOST_BYTES}: that is asked before
     */
    public static Received read(byte[] letter) {
        if (letter.length > MOST_BYTES) {
            throw new IllegalArgumentException("a letter of " + letter.length + " bytes");
        }
        MimePart whole = MimePart.of(letter);
        Headers headers = whole.headers();
        Optional<Address> from = Address.all(headers.raw("from")).stream().findFirst();
        String subject = cut(HeaderWords.text(headers.raw("subject")), MOST_SUBJECT);
        Nature nature = Nature.of(whole, from.map(Address::address).orElse(""), subject);
        var found = new Found();
        String text = TidyText.lines(found.words(whole, true));
        var to = new ArrayList<Address>();
        for (String name : List.of("to", "cc", "delivered-to", "x-original-to")) {
            to.addAll(Address.all(headers.raw(name)));
        }
        return new Received(
                from,
                to,
                ids(headers.raw("message-id")).stream().findFirst(),
                ids(headers.raw("in-reply-to")),
                ids(headers.raw("references")),
                date(headers.raw("date")),
                subject,
                text,
                Quotes.answer(text),
                found.files,
                nature,
                nature == Nature.BOUNCE ? Optional.of(Bounce.of(whole)) : Optional.empty(),
                found.cut || whole.isCut());
    }

    private static List<String> ids(String raw) {
        var ids = new ArrayList<String>();
        Matcher id = ID.matcher(raw);
        while (id.find()) {
            ids.add(id.group());
        }
        return ids.subList(Math.max(0, ids.size() - MOST_IDS), ids.size());
    }

    private static Optional<Instant> date(String raw) {
        String bare = COMMENT.matcher(raw).replaceAll("").strip();
        try {
            return Optional.of(ZonedDateTime.parse(bare, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    /** Goes through the parts; the words of all of them together are bounded. */
    private static final class Found {
        private final List<FoundFile> files = new ArrayList<>();
        private int left = MOST_TEXT;
        private int leftOfPages = MOST_TEXT_BYTES;
        private boolean cut;

        /** Nothing where they are not wanted: then only files are looked for. */
        String words(MimePart part, boolean wanted) {
            if (part.parts().isEmpty()) {
                return leaf(part, wanted);
            }
            if (part.type().equals("multipart/alternative")) {
                return alternative(part, wanted);
            }
            var words = new ArrayList<String>();
            for (MimePart each : part.parts()) {
                String said = words(each, wanted);
                if (!said.isEmpty()) {
                    words.add(said);
                }
            }
            return String.join("\n", words);
        }

        /** The first that says something, or rather the first plain one; only what is chosen counts. */
        private String alternative(MimePart part, boolean wanted) {
            int before = left;
            String chosen = "";
            boolean isPlain = false;
            for (MimePart each : part.parts()) {
                boolean plain = each.type().equals("text/plain");
                boolean better = chosen.isEmpty() || (plain && !isPlain);
                int after = left;
                left = better ? before : after;
                String said = words(each, wanted && better);
                if (said.isEmpty()) {
                    left = after;
                } else {
                    chosen = said;
                    isPlain = plain;
                }
            }
            return chosen;
        }

        private String leaf(MimePart part, boolean wanted) {
            Described disposition = Described.of(part.headers().raw("content-disposition"));
            String name = disposition.param("filename").isEmpty() ? part.param("name") : disposition.param("filename");
            boolean isText = part.type().equals("text/plain") || part.type().equals("text/html");
            if (isText && name.isEmpty() && !disposition.word().equals("attachment")) {
                return wanted ? text(part) : "";
            }
            boolean isReport = part.type().equals("message/delivery-status")
                    || part.type().equals("message/disposition-notification")
                    || part.type().startsWith("multipart/");
            if (!isReport) {
                file(part, name, disposition.word());
            }
            return "";
        }

        private String text(MimePart part) {
            if (left <= 0) {
                cut |= part.size() > 0;
                return "";
            }
            boolean isHtml = part.type().equals("text/html");
            int most = isHtml ? Math.min(MOST_HTML_BYTES, leftOfPages) : MOST_TEXT_BYTES;
            leftOfPages -= isHtml ? Math.min(most, part.size()) : 0;
            String words = isHtml ? HtmlWords.of(part.words(most)) : plain(part, most);
            cut |= part.size() > most || words.length() > left;
            String said = cut(words, left);
            if (said.isBlank()) {
                return "";
            }
            left -= said.length() + 1;
            return said;
        }

        private static String plain(MimePart part, int most) {
            String words = part.words(most);
            return part.param("format").equalsIgnoreCase("flowed")
                    ? FlowedText.joined(words, part.param("delsp").equalsIgnoreCase("yes"))
                    : words;
        }

        private void file(MimePart part, String said, String disposition) {
            if (files.size() == MOST_FILES) {
                cut = true;
                return;
            }
            boolean inline = part.headers().has("content-id") && !disposition.equals("attachment");
            files.add(new FoundFile(name(part, said), part.type(), inline, part));
        }

        private static String name(MimePart part, String said) {
            String last = said.substring(Math.max(said.lastIndexOf('/'), said.lastIndexOf('\\')) + 1);
            String name = cut(TidyText.line(last).replaceFirst("^[.\\s]+", ""), MOST_NAME);
            return !name.isEmpty() ? name : "file" + ending(part.type());
        }

        private static String ending(String type) {
            return switch (type.toLowerCase(Locale.ROOT)) {
                case "image/jpeg" -> ".jpg";
                case "image/png" -> ".png";
                case "image/gif" -> ".gif";
                case "image/webp" -> ".webp";
                case "application/pdf" -> ".pdf";
                case "message/rfc822" -> ".eml";
                case "text/plain" -> ".txt";
                case "text/html" -> ".html";
                default -> "";
            };
        }
    }
}
