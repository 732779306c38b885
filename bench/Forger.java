import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Asks whether the {@link Checker} can find anything at all: damages a copy of a sound log, or of a journal, in each known way and
 * looks whether the violation is reported. A checker that has never seen a fault proves nothing.
 */
final class Forger {
    private final StoredLog log;
    private final List<Journal> journals;
    private final Map<Checker.Kind, Boolean> noticed = new EnumMap<>(Checker.Kind.class);

    private Forger(StoredLog log, List<Journal> journals) {
        this.log = log;
        this.journals = journals;
    }

    /** For each kind of damage that could be done here, whether it was noticed. */
    static Map<Checker.Kind, Boolean> tryAll(StoredLog log, List<Journal> journals) {
        var forger = new Forger(log, journals);
        Journal talker = journals.stream()
                .filter(journal -> journal.visitor && !journal.acked.isEmpty() && !journal.shown.isEmpty())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("a visitor should have been acknowledged and have seen it"));
        forger.loseOne(talker);
        forger.doubleOne(talker);
        forger.showWhatIsNot(talker);
        forger.swapTwo(talker);
        forger.letAStrangerWrite(talker);
        forger.showANote(talker);
        forger.forgetTheLast(talker);
        forger.forgetToSend(talker);
        return forger.noticed;
    }

    private void loseOne(Journal talker) {
        StoredLog damaged = log.copy();
        Journal.Acked acked = talker.acked.getLast();
        List<StoredLog.Row> rows = damaged.chat(acked.conversation()).rows(acked.stream());
        rows.removeIf(row -> row.seq() == acked.seq());
        expect(Checker.Kind.LOST, damaged, journals);
        expect(Checker.Kind.HOLE, damaged, journals);
    }

    private void doubleOne(Journal talker) {
        StoredLog damaged = log.copy();
        Journal.Acked acked = talker.acked.getFirst();
        List<StoredLog.Row> rows = damaged.chat(acked.conversation()).rows(acked.stream());
        StoredLog.Row row = rows.get((int) acked.seq() - 1);
        rows.add(new StoredLog.Row(rows.size() + 1, row.cid(), row.author(), row.type(), row.text(), row.person()));
        expect(Checker.Kind.DOUBLED, damaged, journals);
    }

    private void showWhatIsNot(Journal talker) {
        Journal forged = copy(talker);
        Journal.Place place = forged.shown.keySet().iterator().next();
        forged.shown.get(place).add(new Watch.Shown(1_000_000, "x", "visitor:", "message", "never stored"));
        expect(Checker.Kind.INVENTED, log, List.of(forged));
    }

    private void swapTwo(Journal talker) {
        Journal forged = copy(talker);
        List<Watch.Shown> events = forged.shown.values().iterator().next();
        Watch.Shown last = events.getLast();
        events.add(new Watch.Shown(
                last.seq() == 1 ? 2 : last.seq() - 1, last.cid(), last.author(), last.type(), last.text()));
        expect(Checker.Kind.ORDER, log, List.of(forged));
    }

    private void letAStrangerWrite(Journal talker) {
        StoredLog damaged = log.copy();
        List<StoredLog.Row> rows =
                damaged.chat(talker.acked.getFirst().conversation()).rows("public");
        rows.add(new StoredLog.Row(rows.size() + 1, "y", "operator:stranger", "message", "hello", ""));
        expect(Checker.Kind.OWNERS, damaged, journals);
    }

    private void showANote(Journal talker) {
        Journal forged = copy(talker);
        Journal.Place place = forged.shown.keySet().iterator().next();
        forged.shown.get(place).add(new Watch.Shown(1, "z", "operator:1", "message", Checker.CANARY));
        expect(Checker.Kind.LEAK, log, List.of(forged));
    }

    private void forgetTheLast(Journal talker) {
        Journal forged = copy(talker);
        forged.screen.values().iterator().next().removeLast();
        expect(Checker.Kind.UNSEEN, log, List.of(forged));
    }

    private void forgetToSend(Journal talker) {
        Journal forged = copy(talker);
        forged.sent.add(new Journal.Sent("", "public", "never-heard-of", "text"));
        expect(Checker.Kind.UNSENT, log, List.of(forged));
    }

    private void expect(Checker.Kind kind, StoredLog damaged, List<Journal> seen) {
        boolean found = Checker.check(damaged, seen, true).stream().anyMatch(violation -> violation.kind() == kind);
        noticed.merge(kind, found, Boolean::logicalAnd);
    }

    private static Journal copy(Journal journal) {
        var copy = new Journal(journal.client, journal.visitor);
        copy.sent.addAll(journal.sent);
        copy.acked.addAll(journal.acked);
        copy.refused.addAll(journal.refused);
        journal.shown.forEach((place, events) -> copy.shown.put(place, new ArrayList<>(events)));
        journal.screen.forEach((place, events) -> copy.screen.put(place, new ArrayList<>(events)));
        return copy;
    }
}
