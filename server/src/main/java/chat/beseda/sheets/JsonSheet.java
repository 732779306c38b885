package chat.beseda.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** A list of objects. */
final class JsonSheet implements Sheet {
    private final JsonGenerator json;
    private final List<Column> columns;

    JsonSheet(OutputStream out, List<Column> columns) {
        this.columns = List.copyOf(columns);
        this.json = JsonMapper.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(out);
        json.writeStartArray();
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        json.writeStartObject();
        for (int i = 0; i < cells.size(); i++) {
            json.writeName(columns.get(i).key());
            write(cells.get(i));
        }
        json.writeEndObject();
    }

    private void write(@Nullable Object cell) {
        switch (cell) {
            case null -> json.writeNull();
            case Long number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Boolean bool -> json.writeBoolean(bool);
            default -> json.writeString(cell.toString());
        }
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.close();
    }
}
