package chat.beseda.app;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;

/** The figures at {@code /metrics}, in the text form that Prometheus reads. */
final class Figures {
    static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

    Figures() {
        var memory = ManagementFactory.getMemoryMXBean();
        gauge(
                "beseda_heap_bytes",
                "Heap in use.",
                () -> memory.getHeapMemoryUsage().getUsed());
        gauge(
                "beseda_uptime_seconds",
                "Since the start.",
                () -> ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
    }

    /** Adds a figure that is asked for each time somebody looks. */
    void gauge(String name, String meaning, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(meaning)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
    }

    byte[] text() {
        var bytes = new ByteArrayOutputStream();
        try {
            writer.write(bytes, registry.scrape());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }
}
