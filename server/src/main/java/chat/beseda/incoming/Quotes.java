package chat.beseda.incoming;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds what is new in an answer: without the words it answers, however Gmail, Outlook, Apple Mail, Yandex, Mail.ru and Thunderbird quote
 * them in Russian, Ukrainian and English, and without signatures. What it is not sure of it leaves.
 */
final class Quotes {
    private static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_ATTRIBUTION = 400;
    private static final int LINES_OF_ATTRIBUTION = 3;
    private static final int LINES_OF_HEADER = 6;
    private static final String ADDRESS = "[^\\s<>@]{1,64}@[^\\s<>@]{1,255}";

    /** A date with a time or an address, and a verb of writing: «… в 12:05, Вера <…> написал(а):», "On … wrote:". */
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "(?iU)^(?=.*(\\d{1,2}[:.]\\d{2}|\\d{4}|" + ADDRESS + ")).*"
                    + "\\b(wrote|писал|писала|написал|написала|пишет|пише|писав|написав|писали|пишут)\\s*(\\([^()]{0,5}\\))?\\s*:\\s*$");

    /** Without a verb: «пн, 3 февр. 2026 г. в 12:05, Вера <…>:», «03.02.2026, 12:05, "Вера" <…>:», Mail.ru's «… от Вера <…>:». */
    private static final Pattern VERBLESS =
            Pattern.compile("(?iU)^(?=.*\\d{1,2}[:.]\\d{2})(?=.*\\b\\d{4}\\b).*<?" + ADDRESS + ">?\\s*:\\s*$");

    /** The Bat's. */
    private static final Pattern YOU_WROTE = Pattern.compile("(?iU)^(вы писали|ви писали|you wrote)\\b.*\\d.*:\\s*$");

    private static final Pattern TIME = Pattern.compile(".*\\d{1,2}[:.]\\d{2}.*");
    private static final Pattern DATE = Pattern.compile(".*(\\d{4}|\\d{1,2}[.:/]\\d{2}).*");
    private static final Pattern DIVIDER = Pattern.compile("(?iU)^\\s*[-_–—]{2,}\\s*("
            + "original message|forwarded message|reply message|исходное сообщение|оригинальное сообщение|пересылаемое сообщение"
            + "|пересланное сообщение|первоначальное сообщение|початкове повідомлення|вихідне повідомлення|оригінальне повідомлення"
            + "|переслане повідомлення)\\s*[-_–—]{2,}\\s*$");
    private static final Pattern RULE = Pattern.compile("^\\s*[-_]{8,}\\s*$");
    private static final Pattern FIRST_FIELD = Pattern.compile(
            "(?iU)^\\W{0,3}(from|от|від|от кого|від кого|отправитель|відправник|кому|to)\\s?\\*?:\\*?\\s.{0,400}");
    private static final Pattern FIELD = Pattern.compile(
            "(?iU)^\\W{0,3}(from|sent|date|to|cc|subject|от|отправлено|дата|кому|копия|тема|від|надіслано|копія|відправлено)\\s?\\*?:\\*?(\\s.{0,400})?");
    private static final Pattern SIGNATURE = Pattern.compile("^--\\s?$");
    private static final Pattern SENT_FROM = Pattern.compile("(?iU)^\\W{0,3}("
            + "sent from (my |mail for |yahoo|outlook|the |samsung|proton)|sent with |get outlook for |"
            + "отправлено (из|с|через) |надіслано (з|із|через) |відправлено (з|із|через) |скачайте outlook|загрузить outlook|"
            + "завантажити outlook|отримати outlook|с телефона|from my (iphone|ipad|android)).{0,80}$");

    private Quotes() {}

    static String answer(String whole) {
        List<String> lines = new ArrayList<>(List.of(whole.split("\n", -1)));
        int end = quoteBegins(lines);
        List<String> above = lines.subList(0, end);
        List<String> signed = unquoted(new ArrayList<>(above.subList(0, signature(above))));
        while (!signed.isEmpty()
                && (signed.getLast().isBlank()
                        || SENT_FROM.matcher(signed.getLast()).matches())) {
            signed.removeLast();
        }
        return String.join("\n", signed).replaceFirst("^\\n+", "").stripTrailing();
    }

    /** The line from which everything is quoted; the number of lines when there is none. */
    private static int quoteBegins(List<String> lines) {
        Marks marks = Marks.of(lines);
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (line.length() > LONGEST_LINE || isQuoted(line)) {
                continue;
            }
            int after = attributionEnds(lines, at);
            if (after > 0 && marks.isQuotedToTheEnd(after)) {
                return at;
            }
            boolean divided = DIVIDER.matcher(line).matches();
            if (divided || isHeader(lines, at) || (RULE.matcher(line).matches() && isRuled(lines, at))) {
                return at;
            }
        }
        return lines.size();
    }

    /** The line after one that says who wrote what follows, which may be broken into several; 0 when it says no such thing. */
    private static int attributionEnds(List<String> lines, int at) {
        var joined = new StringBuilder();
        for (int next = at; next < Math.min(lines.size(), at + LINES_OF_ATTRIBUTION); next++) {
            String line = lines.get(next).strip();
            if (line.isEmpty() || isQuoted(line) || joined.length() + line.length() > LONGEST_ATTRIBUTION) {
                return 0;
            }
            joined.append(joined.isEmpty() ? "" : " ").append(line);
            if (line.endsWith(":") && isAttribution(joined.toString())) {
                boolean begins = next == at
                        || (DATE.matcher(lines.get(at)).matches()
                                && !(TIME.matcher(line).matches() && isAttribution(line)));
                return begins ? next + 1 : 0;
            }
        }
        return 0;
    }

    private static boolean isAttribution(String line) {
        return ATTRIBUTION.matcher(line).matches()
                || VERBLESS.matcher(line).matches()
                || YOU_WROTE.matcher(line).matches();
    }

    /**
     * Where marked lines end.
     *
     * @param last the last of them; -1 when there is none
     * @param bare the last line above it that is not marked and says something; -1 when there is none
     * @param signed below it there is a signature or nothing
     */
    private record Marks(int last, int bare, boolean signed) {
        static Marks of(List<String> lines) {
            int last = lines.size() - 1;
            String below = "";
            while (last >= 0 && !isQuoted(lines.get(last))) {
                below = lines.get(last).isBlank() ? below : lines.get(last);
                last--;
            }
            int bare = last;
            while (bare >= 0 && (isQuoted(lines.get(bare)) || lines.get(bare).isBlank())) {
                bare--;
            }
            boolean signed = below.isEmpty()
                    || SIGNATURE.matcher(below).matches()
                    || SENT_FROM.matcher(below).matches();
            return new Marks(last, bare, signed);
        }

        /** Nothing new comes from this line on: either all of it is marked, but for a signature, or none is, as some programs do. */
        boolean isQuotedToTheEnd(int from) {
            return last < from || (bare < from && signed);
        }
    }

    /** Outlook's «От: … Отправлено: … Кому: … Тема: …». */
    private static boolean isHeader(List<String> lines, int at) {
        if (!FIRST_FIELD.matcher(lines.get(at)).matches()) {
            return false;
        }
        long fields = lines.subList(at, Math.min(lines.size(), at + LINES_OF_HEADER)).stream()
                .filter(line ->
                        line.length() <= LONGEST_LINE && FIELD.matcher(line).matches())
                .count();
        return fields >= 3;
    }

    /** A line drawn above what is quoted, as Outlook and Yandex draw it. */
    private static boolean isRuled(List<String> lines, int at) {
        for (int next = at + 1; next < Math.min(lines.size(), at + 3); next++) {
            String line = lines.get(next);
            if (line.length() <= LONGEST_LINE
                    && (isHeader(lines, next)
                            || FIRST_FIELD.matcher(line).matches()
                            || attributionEnds(lines, next) > 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isQuoted(String line) {
        return line.startsWith(">") || line.startsWith(" >");
    }

    /** Without marked lines where the answer stands above or below them; where it stands between them they are needed. */
    private static List<String> unquoted(List<String> lines) {
        int runs = 0;
        boolean quoting = true;
        for (String line : lines) {
            boolean marked = isQuoted(line);
            runs += !marked && !line.isBlank() && quoting ? 1 : 0;
            quoting = marked || (quoting && line.isBlank());
        }
        boolean any = lines.stream().anyMatch(Quotes::isQuoted);
        int attribution = any ? firstAttribution(lines) : -1;
        boolean alone =
                attribution >= 0 && lines.subList(0, attribution).stream().allMatch(String::isBlank);
        if (alone) {
            int end = attributionEnds(lines, attribution);
            lines.subList(0, end).clear();
            runs--;
        }
        boolean below = any && runs <= 1;
        if (below || (any && isTrailing(lines))) {
            lines.removeIf(Quotes::isQuoted);
        }
        return lines;
    }

    /** All that is marked stands at the end. */
    private static boolean isTrailing(List<String> lines) {
        int first = 0;
        while (first < lines.size() && !isQuoted(lines.get(first))) {
            first++;
        }
        return lines.subList(first, lines.size()).stream().allMatch(line -> line.isBlank() || isQuoted(line));
    }

    private static int firstAttribution(List<String> lines) {
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).length() <= LONGEST_LINE && attributionEnds(lines, at) > 0) {
                return at;
            }
        }
        return -1;
    }

    private static int signature(List<String> lines) {
        for (int at = 0; at < lines.size(); at++) {
            if (SIGNATURE.matcher(lines.get(at)).matches()
                    && lines.subList(0, at).stream().anyMatch(line -> !line.isBlank())) {
                return at;
            }
        }
        return lines.size();
    }
}
