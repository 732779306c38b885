package chat.beseda.requestkinds;

import chat.beseda.operators.OperatorId;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A kind of request that is set up. */
public record RequestKind(KindId id, KindDraft draft) {
    private static final LocalDate FIRST_MONDAY = LocalDate.of(1970, 1, 5);

    /** Whether visitors of the site may leave one. */
    public boolean isOf(SiteId site) {
        return draft.site() == null || draft.site().equals(site);
    }

    public String name(String language, String standard) {
        return text(draft.name(), language, standard);
    }

    public String invitation(String language, String standard) {
        return text(draft.invitation(), language, standard);
    }

    /**
     * Who is on duty at a moment, of those in the rota who can be; days and weeks begin as in the zone.
     *
     * @param can whether somebody works here still
     */
    public List<OperatorId> duty(long at, ZoneId zone, Predicate<OperatorId> can) {
        List<OperatorId> rota = draft.rota().stream().filter(can).toList();
        if (rota.isEmpty()) {
            return rota;
        }
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(at), zone);
        return switch (draft.turn()) {
            case ALL -> rota;
            case DAY -> List.of(inTurn(rota, day.toEpochDay()));
            case WEEK -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield List.of(inTurn(rota, (monday.toEpochDay() - FIRST_MONDAY.toEpochDay()) / 7));
            }
        };
    }

    private static OperatorId inTurn(List<OperatorId> rota, long turn) {
        return rota.get(Math.floorMod(turn, rota.size()));
    }

    /** The text in a language, else in another, else in any of ours that is written; empty when none is. */
    static String text(Map<String, String> texts, String language, String standard) {
        return Stream.concat(Stream.of(language, standard), Site.LANGUAGES.stream())
                .map(each -> texts.getOrDefault(each, ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
