import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What one client did and saw, kept for the {@link Checker}. Written on the loop's thread, read when the loop is done. */
final class Journal implements Watch {

    /** A message on its way. The conversation is empty when the server was to name it. */
    record Sent(String conversation, String stream, String cid, String text) {}

    record Acked(String conversation, String stream, String cid, long seq) {}

    /** One stream of one conversation. */
    record Place(String conversation, String stream) {}

    final String client;
    final boolean visitor;
    final List<Sent> sent = new ArrayList<>();
    final List<Acked> acked = new ArrayList<>();
    final Set<String> refused = new HashSet<>();
    /** Everything that ever came onto the screen. */
    final Map<Place, List<Shown>> shown = new LinkedHashMap<>();
    /** What stands on the screen now. */
    final Map<Place, List<Shown>> screen = new LinkedHashMap<>();

    /** How often a line ended with each code, and what else went another way. */
    final Map<String, Integer> troubles = new TreeMap<>();

    int acknowledgedAgain;

    Journal(String client, boolean visitor) {
        this.client = client;
        this.visitor = visitor;
    }

    @Override
    public void sent(String who, String conversation, String stream, String cid, String text) {
        sent.add(new Sent(conversation, stream, cid, text));
    }

    @Override
    public void acked(String who, String conversation, String stream, String cid, long seq, boolean again) {
        acked.add(new Acked(conversation, stream, cid, seq));
        acknowledgedAgain += again ? 1 : 0;
    }

    @Override
    public void refused(String who, String cid, String code) {
        refused.add(cid);
    }

    @Override
    public void shown(String who, String conversation, String stream, Shown event) {
        var place = new Place(conversation, stream);
        shown.computeIfAbsent(place, first -> new ArrayList<>()).add(event);
        screen.computeIfAbsent(place, first -> new ArrayList<>()).add(event);
    }

    @Override
    public void troubled(String who, String what) {
        troubles.merge(what, 1, Integer::sum);
    }

    @Override
    public void begunAnew(String who, String conversation, String stream) {
        screen.put(new Place(conversation, stream), new ArrayList<>());
    }

    /** Messages that were acknowledged, each once. */
    int newlyAcknowledged() {
        return acked.size() - acknowledgedAgain;
    }
}
