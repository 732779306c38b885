package chat.beseda.delivery;

import chat.beseda.events.Author;
import chat.beseda.events.ClientId;
import chat.beseda.events.ClosedBy;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.Stream;
import chat.beseda.formatting.TextDocument;
import chat.beseda.frames.Shapes;
import chat.beseda.visitors.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns stored events into what goes over the line. */
public final class EventShapes {
    private final Faces faces;

    public EventShapes(Faces faces) {
        this.faces = faces;
    }

    /** In the language of who reads them; in none: operators as they call themselves. */
    public List<Shapes.Event> of(List<Event> events, String language) {
        return events.stream().map(event -> of(event, language)).toList();
    }

    private Shapes.Event of(Event event, String language) {
        ClientId cid = event.cid();
        return new Shapes.Event(
                event.seq(),
                event.at(),
                of(event.author()),
                cid == null ? null : cid.value(),
                of(event.body(), language));
    }

    public static Shapes.Author of(Author author) {
        return switch (author) {
            case Author.OfVisitor() -> new Shapes.Author.OfVisitor();
            case Author.OfOperator(var operator) -> new Shapes.Author.OfOperator(operator.toString());
            case Author.OfSystem() -> new Shapes.Author.OfSystem();
        };
    }

    public static Shapes.@Nullable Page of(@Nullable Page page) {
        return page == null ? null : new Shapes.Page(page.url(), page.title(), page.referrer());
    }

    public static Shapes.Stream of(Stream stream) {
        return switch (stream) {
            case PUBLIC -> Shapes.Stream.PUBLIC;
            case INTERNAL -> Shapes.Stream.INTERNAL;
        };
    }

    public static Stream of(Shapes.Stream stream) {
        return switch (stream) {
            case PUBLIC -> Stream.PUBLIC;
            case INTERNAL -> Stream.INTERNAL;
        };
    }

    private Shapes.EventBody of(EventBody body, String language) {
        return switch (body) {
            case EventBody.Message(
                    String text,
                    TextDocument document,
                    Long editedAt,
                    var files,
                    Long reply,
                    String mail) ->
                new Shapes.EventBody.Message(text, document, editedAt, files.isEmpty() ? null : files, reply, mail);
            case EventBody.Deleted() -> new Shapes.EventBody.Deleted();
            case EventBody.Changed(long seq, EventBody to) -> new Shapes.EventBody.Changed(seq, of(to, language));
            case EventBody.Note(String text, Long reply, var mentions) ->
                new Shapes.EventBody.Note(
                        text,
                        reply,
                        mentions.isEmpty()
                                ? null
                                : mentions.stream().map(Object::toString).toList());
            case EventBody.Tagged(var tag, boolean on) -> new Shapes.EventBody.Tagged(tag.toString(), on);
            case EventBody.Mailed(String to, long first, long last) -> new Shapes.EventBody.Mailed(to, first, last);
            case EventBody.Returned(String to, String reason) -> new Shapes.EventBody.Returned(to, reason);
            case EventBody.Opened(var page) -> new Shapes.EventBody.Opened(of(page));
            case EventBody.Joined(var operator) -> new Shapes.EventBody.Joined(faces.of(operator, language));
            case EventBody.Left(var operator, var reason) ->
                new Shapes.EventBody.Left(faces.of(operator, language), of(reason));
            case EventBody.HandedOver(var from, var to, var department) ->
                new Shapes.EventBody.HandedOver(
                        faces.of(from, language),
                        to == null ? null : faces.of(to, language),
                        department == null ? null : department.toString());
            case EventBody.Moved(var page) ->
                new Shapes.EventBody.Moved(new Shapes.Page(page.url(), page.title(), page.referrer()));
            case EventBody.LeftSite() -> new Shapes.EventBody.LeftSite();
            case EventBody.CameBack(var page) -> new Shapes.EventBody.CameBack(of(page));
            case EventBody.Closed(ClosedBy by) -> new Shapes.EventBody.Closed(of(by));
        };
    }

    private static Shapes.EventBody.Reason of(EventBody.Left.Reason reason) {
        return switch (reason) {
            case GAVE_BACK -> Shapes.EventBody.Reason.GAVE_BACK;
            case LOST -> Shapes.EventBody.Reason.LOST;
            case TAKEN_OVER -> Shapes.EventBody.Reason.TAKEN_OVER;
        };
    }

    private static Shapes.EventBody.By of(ClosedBy by) {
        return switch (by) {
            case VISITOR -> Shapes.EventBody.By.VISITOR;
            case OPERATOR -> Shapes.EventBody.By.OPERATOR;
            case SYSTEM -> Shapes.EventBody.By.SYSTEM;
        };
    }
}
