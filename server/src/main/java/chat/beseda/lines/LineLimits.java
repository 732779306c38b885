package chat.beseda.lines;

import chat.beseda.web.AddressLimit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The places for lines behind each gate, counted apart: however many visitors come, operators find theirs. Thread-safe. */
public final class LineLimits {
    private final int lines;
    private final int all;
    private final Map<LineGate, AddressLimit> limits = new ConcurrentHashMap<>();

    /**
     * @param lines that one address may hold behind one gate
     * @param all that may be held behind one gate, sockets and HTTP lines together
     */
    public LineLimits(int lines, int all) {
        this.lines = lines;
        this.all = all;
    }

    AddressLimit of(LineGate gate) {
        return limits.computeIfAbsent(gate, first -> new AddressLimit(lines, all));
    }

    /** How many places are taken. */
    public int taken() {
        return limits.values().stream().mapToInt(AddressLimit::taken).sum();
    }
}
