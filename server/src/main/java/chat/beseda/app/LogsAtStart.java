package chat.beseda.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;

/**
 * The log as it is until the settings are read: for people, {@code log-format=json} replaces it. In code, because a parser of XML
 * is a tenth of a second and some megabytes of every start. A file named by the system property {@code logback.configurationFile}
 * comes before it. Logback finds and makes it; see {@code META-INF/services}.
 */
public final class LogsAtStart extends ContextAwareBase implements Configurator {
    /** Key and value pairs follow the name of what happened. */
    private static final String LINE = "%d{\"yyyy-MM-dd'T'HH:mm:ss.SSSXXX\", UTC} %-5level %msg %kvp{NONE}%n";

    @Override
    public ExecutionStatus configure(LoggerContext logs) {
        if (System.getProperty("logback.configurationFile") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(logs);
        encoder.setPattern(LINE);
        encoder.start();
        var terminal = new ConsoleAppender<ILoggingEvent>();
        terminal.setContext(logs);
        terminal.setEncoder(encoder);
        terminal.start();
        var root = logs.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(terminal);
        logs.getLogger("chat.beseda").setLevel(Level.INFO);
        // A start that fails is told in one sentence, by Main.
        logs.getLogger("io.javalin.Javalin").setLevel(Level.OFF);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
