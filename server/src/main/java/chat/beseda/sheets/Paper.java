package chat.beseda.sheets;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;

/** A page of HTML written as PDF, with a font that has our languages' letters inside. What it shows lies in memory: bounded by the caller. */
public final class Paper {
    /** The one free font that the library brings along (Liberation Sans, SIL Open Font License). */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private Paper() {}

    /**
     * Writes it. Nothing is loaded from anywhere: pictures and styles of other places stay out.
     *
     * @param page styled by a font family named {@code Paper}
     */
    public static void write(Document page, OutputStream out) throws IOException {
        var builder = new PdfRendererBuilder();
        builder.useFont(Paper::font, "Paper");
        builder.useUriResolver((base, uri) -> null);
        builder.withW3cDocument(new W3CDom().fromJsoup(page), "");
        builder.withProducer("Beseda");
        builder.toStream(out);
        builder.run();
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT);
    }
}
