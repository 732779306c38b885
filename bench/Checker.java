import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what every client did and saw with what the database has. Retries nothing and forgives nothing: the first violation is
 * the one to look at.
 */
final class Checker {
    /** Stands in every note that operators write; a visitor must never see it. */
    static final String CANARY = "NOTE-CANARY";

    /** What must never happen. */
    enum Kind {
        /** Acknowledged, and not there. */
        LOST,
        /** The same message stored or shown twice. */
        DOUBLED,
        /** Numbers of a stream with a gap, or a header that counts otherwise. */
        HOLE,
        /** One end saw another order, or another text, than the database has. */
        ORDER,
        /** Shown, and not stored. */
        INVENTED,
        /** Two owners, or words of somebody who is none. */
        OWNERS,
        /** A note, or another's conversation, on a visitor's screen. */
        LEAK,
        /** Stored, and not on the screen of one who follows, after all has healed. */
        UNSEEN,
        /** Neither stored nor refused, after all has healed. */
        UNSENT
    }

    record Violation(Kind kind, String what) {}

    private final StoredLog log;
    private final List<Violation> violations = new ArrayList<>();

    private Checker(StoredLog log) {
        this.log = log;
    }

    /** @param healed whether everybody had time to send and to see everything before the journals ended */
    static List<Violation> check(StoredLog log, List<Journal> journals, boolean healed) {
        var checker = new Checker(log);
        checker.storedWell();
        Map<String, String> visitorOf = new HashMap<>();
        for (Journal journal : journals) {
            checker.acknowledgedIsThere(journal);
            checker.shownIsStored(journal);
            checker.nothingLeaked(journal, visitorOf);
            if (healed) {
                checker.everythingArrived(journal);
            }
        }
        return checker.violations;
    }

    private void storedWell() {
        Map<String, String> where = new HashMap<>();
        for (StoredLog.Chat chat : log.chats().values()) {
            for (String stream : List.of("public", "internal")) {
                long expected = 1;
                for (StoredLog.Row row : chat.rows(stream)) {
                    if (row.seq() != expected) {
                        found(Kind.HOLE, "%s/%s has %d where %d belongs", chat.id(), stream, row.seq(), expected);
                    }
                    expected = row.seq() + 1;
                    // 128 random bits are never drawn twice, so the same ones mean the same message, wherever it
                    // stands.
                    String earlier = row.cid().isEmpty() ? null : where.put(row.author() + row.cid(), chat.id());
                    if (earlier != null) {
                        found(Kind.DOUBLED, "%s is stored in %s and in %s", row.cid(), earlier, chat.id());
                    }
                }
                if (chat.tops().get(stream) != expected - 1) {
                    found(
                            Kind.HOLE,
                            "%s/%s ends at %d, its header says %s",
                            chat.id(),
                            stream,
                            expected - 1,
                            chat.tops());
                }
            }
            ownedByOne(chat);
        }
    }

    private void ownedByOne(StoredLog.Chat chat) {
        String owner = "";
        for (StoredLog.Row row : chat.rows("public")) {
            switch (row.type()) {
                case "joined" -> {
                    if (!owner.isEmpty()) {
                        found(Kind.OWNERS, "%s: %s joined while %s had it", chat.id(), row.person(), owner);
                    }
                    owner = row.person();
                }
                case "left" -> {
                    if (!owner.equals(row.person())) {
                        found(Kind.OWNERS, "%s: %s left while %s had it", chat.id(), row.person(), owner);
                    }
                    owner = "";
                }
                case "message" -> {
                    if (row.author().startsWith("operator:") && !row.author().equals("operator:" + owner)) {
                        found(Kind.OWNERS, "%s: %s wrote while %s had it", chat.id(), row.author(), owner);
                    }
                }
                default -> {}
            }
        }
        if (!owner.equals(chat.owner())) {
            found(Kind.OWNERS, "%s: the log says %s has it, the header %s", chat.id(), owner, chat.owner());
        }
    }

    private void acknowledgedIsThere(Journal journal) {
        for (Journal.Acked acked : journal.acked) {
            StoredLog.Row row = row(acked.conversation(), acked.stream(), acked.seq());
            if (row == null || !row.cid().equals(acked.cid())) {
                found(Kind.LOST, "%s was told that %s is stored, there is %s", journal.client, acked, row);
            }
        }
    }

    private void shownIsStored(Journal journal) {
        journal.shown.forEach((place, events) -> {
            for (Watch.Shown event : events) {
                StoredLog.Row row = row(place.conversation(), place.stream(), event.seq());
                if (row == null) {
                    found(Kind.INVENTED, "%s saw %s in %s", journal.client, event, place);
                } else if (!row.cid().equals(event.cid())
                        || !row.type().equals(event.type())
                        || !sameText(row, event)) {
                    found(Kind.ORDER, "%s saw %s in %s, there is %s", journal.client, event, place, row);
                }
            }
        });
        journal.screen.forEach((place, events) -> {
            long last = events.isEmpty() ? 0 : events.getFirst().seq() - 1;
            Set<String> cids = new HashSet<>();
            for (Watch.Shown event : events) {
                if (event.seq() != last + 1) {
                    found(Kind.HOLE, "%s saw %d after %d in %s", journal.client, event.seq(), last, place);
                }
                if (!event.cid().isEmpty() && !cids.add(event.author() + event.cid())) {
                    found(Kind.DOUBLED, "%s saw %s twice in %s", journal.client, event.cid(), place);
                }
                last = event.seq();
            }
        });
    }

    private static boolean sameText(StoredLog.Row row, Watch.Shown event) {
        boolean words = row.type().equals("message") || row.type().equals("note");
        return !words || row.text().equals(event.text());
    }

    private void nothingLeaked(Journal journal, Map<String, String> visitorOf) {
        if (!journal.visitor) {
            return;
        }
        journal.shown.forEach((place, events) -> {
            String other = visitorOf.put(place.conversation(), journal.client);
            if (place.stream().equals("internal") || other != null && !other.equals(journal.client)) {
                found(Kind.LEAK, "%s saw %s, also seen by %s", journal.client, place, other);
            }
            for (Watch.Shown event : events) {
                if (event.type().equals("note") || event.text().contains(CANARY)) {
                    found(Kind.LEAK, "%s saw the note %s", journal.client, event);
                }
            }
        });
    }

    private void everythingArrived(Journal journal) {
        Set<String> told = new HashSet<>(journal.refused);
        journal.acked.forEach(acked -> told.add(acked.cid()));
        for (Journal.Sent sent : journal.sent) {
            if (!told.contains(sent.cid())) {
                found(Kind.UNSENT, "%s never heard of %s again", journal.client, sent);
            }
        }
        journal.screen.forEach((place, events) -> {
            StoredLog.Chat chat = log.chat(place.conversation());
            boolean follows = journal.visitor || chat != null && journal.client.endsWith(" " + chat.owner());
            long last = events.isEmpty() ? 0 : events.getLast().seq();
            if (follows && chat != null && last != chat.rows(place.stream()).size()) {
                found(Kind.UNSEEN, "%s saw %s only up to %d of %s", journal.client, place, last, chat.tops());
            }
        });
    }

    private StoredLog.Row row(String conversation, String stream, long seq) {
        StoredLog.Chat chat = log.chat(conversation);
        List<StoredLog.Row> rows = chat == null ? List.of() : chat.rows(stream);
        boolean direct =
                seq >= 1 && seq <= rows.size() && rows.get((int) seq - 1).seq() == seq;
        if (direct) {
            return rows.get((int) seq - 1);
        }
        return rows.stream().filter(row -> row.seq() == seq).findFirst().orElse(null);
    }

    private void found(Kind kind, String what, Object... values) {
        violations.add(new Violation(kind, what.formatted(values)));
    }
}
