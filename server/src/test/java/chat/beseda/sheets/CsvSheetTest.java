package chat.beseda.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvSheetTest {

    @Test
    void numbersAreWrittenAsSpreadsheetsOfTheCountryReadThem() throws IOException {
        assertThat(written("ru")).endsWith("a;b\r\n12,5;1.5 kg\r\n");
        assertThat(written("en")).endsWith("a,b\r\n12.5,1.5 kg\r\n");
    }

    @Test
    void aFormulaIsTextWhateverHidesItAndWhateverSeparatesElsewhere() throws IOException {
        assertThat(text("=1+1")).isEqualTo("'=1+1");
        assertThat(text("\u200b\u00a0\u0007=1+1")).startsWith("'");
        assertThat(text("n;=HYPERLINK(1)")).isEqualTo("\"n;=HYPERLINK(1)\"");
        assertThat(text("plain words")).isEqualTo("plain words");
    }

    private static String text(String cell) throws IOException {
        var out = new ByteArrayOutputStream();
        try (Sheet sheet = SheetFormat.CSV.open(out, "title", List.of(new Sheet.Column("a", "a")), "en")) {
            sheet.row(List.of(cell));
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList().getLast();
    }

    private static String written(String language) throws IOException {
        var out = new ByteArrayOutputStream();
        var columns = List.of(new Sheet.Column("a", "a"), new Sheet.Column("b", "b"));
        try (Sheet sheet = SheetFormat.CSV.open(out, "title", columns, language)) {
            sheet.row(List.of(12.5, "1.5 kg"));
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
