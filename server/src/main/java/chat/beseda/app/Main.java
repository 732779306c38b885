package chat.beseda.app;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The program: {@code run} (also without a word), {@code backup FILE}, {@code restore FILE}, {@code rebuild-reports}, {@code settings}. */
public final class Main {
    private static final int DONE = 0;
    /** What the shell sees when a person has to change something first. */
    private static final int REFUSED = 2;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream complaints;

    Main(Map<String, String> environment, PrintStream out, PrintStream complaints) {
        this.environment = environment;
        this.out = out;
        this.complaints = complaints;
    }

    public static void main(String[] arguments) throws InterruptedException {
        int code = new Main(System.getenv(), System.out, System.err).does(List.of(arguments));
        if (code != DONE) {
            System.exit(code);
        }
    }

    /** Does what the words say and returns the exit code; a refusal is one line for the person at the terminal. */
    int does(List<String> words) throws InterruptedException {
        try {
            Settings settings = Settings.read(environment);
            Logs.set(settings);
            obey(words.isEmpty() ? List.of("run") : words, Configuration.of(settings));
            return DONE;
        } catch (IOException failure) {
            complaints.println("Beseda: " + Refusal.explain(new UncheckedIOException(failure)));
        } catch (RuntimeException failure) {
            complaints.println("Beseda: " + Refusal.explain(failure));
        }
        return REFUSED;
    }

    private void obey(List<String> words, Configuration configuration) throws IOException, InterruptedException {
        switch (words.getFirst()) {
            case "run" -> Run.untilStopped(configuration);
            case "backup" -> out.println(Copying.backUp(configuration, words));
            case "restore" -> out.println(Copying.restore(configuration, words));
            case "rebuild-reports" -> Rebuilding.rebuild(configuration, out);
            case "settings" -> out.print(Settings.example());
            default ->
                throw new Refusal("\"%s\" is not known: run, backup FILE, restore FILE, rebuild-reports or settings"
                        .formatted(words.getFirst()));
        }
    }
}
