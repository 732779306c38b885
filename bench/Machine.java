import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the figures were measured, in one line, and what the kernel says about a process. */
final class Machine {
    private static final Pattern NUMBER = Pattern.compile("(\\d+)");

    private Machine() {}

    static String describe() throws IOException {
        Path memory = Path.of("/proc/meminfo");
        String size = Files.exists(memory) ? number(memory, "MemTotal") / 1_000_000 + " GB" : "memory unknown";
        String load = Files.exists(Path.of("/proc/loadavg"))
                ? ", load before " + Files.readString(Path.of("/proc/loadavg")).split(" ")[0]
                : "";
        return "%d cores, %s, %s %s, Java %s, %s disk%s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        size,
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.version(),
                        Files.getFileStore(Scratch.ROOT).type(),
                        load);
    }

    /** Resident memory of a process in kilobytes of 1,024. */
    static long residentKb(long pid) throws IOException {
        return number(Path.of("/proc/" + pid + "/status"), "VmRSS");
    }

    static int openDescriptors(long pid) throws IOException {
        try (var files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return (int) files.count();
        }
    }

    /** Processor time of a process so far, in clock ticks of 10 ms. */
    static long processorTicks(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(words[11]) + Long.parseLong(words[12]);
    }

    private static long number(Path file, String name) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(name + ":")) {
                Matcher digits = NUMBER.matcher(line);
                if (digits.find()) {
                    return Long.parseLong(digits.group(1));
                }
            }
        }
        throw new IOException(file + " should name " + name);
    }
}
