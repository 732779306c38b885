package chat.beseda.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.LoggerFactory;

/** Sets the level and the form of the log as the settings say. Until then it is as {@link LogsAtStart} makes it. */
final class Logs {
    private Logs() {}

    static void set(Settings settings) {
        String level = settings.of(Setting.LOG_LEVEL);
        if (!level.matches("error|warn|info|debug")) {
            throw new SettingRefusal(Setting.LOG_LEVEL.inEnvironment(), level, Setting.LOG_LEVEL.meaning());
        }
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger("chat.beseda").setLevel(Level.toLevel(level));
        context.getLogger("org.apache.pdfbox").setLevel(Level.ERROR);
        java.util.logging.Logger.getLogger("com.openhtmltopdf").setLevel(java.util.logging.Level.WARNING);
        switch (settings.of(Setting.LOG_FORMAT)) {
            case "text" -> {}
            case "json" -> speakJson(context);
            default ->
                throw new SettingRefusal(
                        Setting.LOG_FORMAT.inEnvironment(),
                        settings.of(Setting.LOG_FORMAT),
                        Setting.LOG_FORMAT.meaning());
        }
    }

    private static void speakJson(LoggerContext context) {
        var encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithArguments(false);
        encoder.setWithContext(false);
        encoder.start();
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.addAppender(appender);
    }
}
