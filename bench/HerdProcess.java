import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;

/**
 * A {@link Herd} in a process of its own: opens its sockets, says so, stays until its input ends, then says how many were lost.
 * Arguments: port, number, origin, keys of sites divided by commas (none for a bare server).
 */
final class HerdProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;

    private HerdProcess(Process process) {
        this.process = process;
        this.answers = process.inputReader();
    }

    /** Returns when all are there. */
    static HerdProcess gather(Run run, int port, int number, String origin, List<String> sites) throws IOException {
        var options = List.of("-Xms64m", "-Xmx512m", "-XX:+UseSerialGC");
        var builder = run.children()
                .java(
                        options,
                        "HerdProcess",
                        String.valueOf(port),
                        String.valueOf(number),
                        origin,
                        String.join(",", sites))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        var herd = new HerdProcess(run.children().start(builder));
        String answer = herd.answers.readLine();
        if (!String.valueOf(answer).startsWith("gathered")) {
            throw new IOException("%d visitors should be there: %s".formatted(number, answer));
        }
        return herd;
    }

    /** Lets them go and tells what happened to them meanwhile: lost sockets and answered heartbeats. */
    int[] dismiss() throws IOException {
        process.getOutputStream().close();
        String[] words = answers.readLine().split(" ");
        return new int[] {Integer.parseInt(words[1]), Integer.parseInt(words[3])};
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        int total = Integer.parseInt(arguments[1]);
        boolean speaks = arguments.length > 3 && !arguments[3].isEmpty();
        List<String> sites = speaks ? List.of(arguments[3].split(",")) : List.of("bare");
        try (Loop loop = new Loop("herd")) {
            var herd = new Herd(loop, port, sites, arguments[2], total, speaks);
            loop.execute(herd::gather);
            boolean all = loop.await(() -> herd.welcomed() + herd.lost() >= total, 120_000);
            boolean whole = all && loop.ask(herd::lost) == 0;
            System.out.printf(
                    "%s %d, lost %d: %s%n",
                    whole ? "gathered" : "only",
                    loop.ask(herd::welcomed),
                    loop.ask(herd::lost),
                    loop.ask(herd::trouble));
            int goOn = new InputStreamReader(System.in).read();
            System.out.printf("lost %d beats %d %d%n", loop.ask(herd::lost), loop.ask(herd::beats), goOn);
        }
    }
}
