package chat.beseda.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** U-r8: a million rows are written in as little memory as a hundred; a workbook goes on on a second page where one is full. */
class LongSheetTest {

    @ParameterizedTest
    @CsvSource({"csv, 1000000, 6, 200000000", "json, 1000000, 6, 200000000", "xlsx, 1048700, 1, 5000000"})
    void veryManyRowsTakeLittleMemory(String format, int rows, int columns, long least)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        MillionRows.class.getName(),
                        format,
                        Integer.toString(rows),
                        Integer.toString(columns)))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(Long.parseLong(said)).isGreaterThan(least);
    }
}
