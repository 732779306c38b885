package chat.beseda.incoming;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What kind of sender wrote a letter. */
public enum Nature {
    PERSON,
    /** A program answered in somebody's absence, or confirms that it was read. */
    AUTOMATIC,
    /** A mail server tells that a letter did not arrive. */
    BOUNCE,
    /** Went to many. */
    LIST,
    /** One of ours, come back. */
    OWN;

    private static final Set<String> BULK = Set.of("bulk", "junk", "auto_reply", "auto-reply");
    private static final Pattern ANSWERS_ITSELF = Pattern.compile(
            "(?iu)^\\s*(automatic reply|auto(matic)?[ -]?(reply|response|answer)|out of (the )?office|автоматический ответ|автоответ|"
                    + "автоматична відповідь|автовідповідь|нет на рабочем месте)\\b.*");
    private static final Pattern SERVER = Pattern.compile("(?i)(mailer-daemon|postmaster|mail-daemon)@.*");
    private static final Pattern UNDELIVERED = Pattern.compile(
            "(?iu).*(undeliver|delivery (status|failure|has failed)|returned mail|failure notice|mail delivery|недоставлен|не доставлен"
                    + "|не удалось доставить|не вдалося доставити).*");

    static Nature of(MimePart letter, String from, String subject) {
        Headers headers = letter.headers();
        String report = letter.param("report-type").toLowerCase(Locale.ROOT);
        boolean isReport = letter.type().equals("multipart/report");
        if (headers.has("x-beseda-letter")) {
            return OWN;
        }
        boolean nobody = headers.raw("return-path").equals("<>");
        boolean server = SERVER.matcher(from).matches();
        if ((isReport && report.equals("delivery-status"))
                || headers.has("x-failed-recipients")
                || headers.has(Bounce.MAIL_RU_ERROR)
                || ((nobody || server) && UNDELIVERED.matcher(subject).matches())) {
            return BOUNCE;
        }
        if (isReport || nobody || server || isAutomatic(headers, subject)) {
            return AUTOMATIC;
        }
        String precedence = word(headers, "precedence");
        return precedence.equals("list") || headers.has("list-id") || headers.has("list-unsubscribe")
                ? LIST
                : BULK.contains(precedence) ? AUTOMATIC : PERSON;
    }

    private static boolean isAutomatic(Headers headers, String subject) {
        String submitted = Described.of(headers.raw("auto-submitted")).word();
        String suppressed = word(headers, "x-auto-response-suppress");
        return (!submitted.isEmpty() && !submitted.equals("no"))
                || suppressed.contains("all")
                || suppressed.contains("autoreply")
                || headers.has("x-autoreply")
                || headers.has("x-autorespond")
                || headers.has("x-autoreply-domain")
                || word(headers, "x-auto-response").equals("yes")
                || ANSWERS_ITSELF.matcher(subject).matches();
    }

    private static String word(Headers headers, String name) {
        return headers.raw(name).strip().toLowerCase(Locale.ROOT);
    }
}
