package chat.beseda.widget;

import chat.beseda.files.Attachments;
import chat.beseda.files.FileOwner;
import chat.beseda.files.FileRules;
import chat.beseda.guests.Guest;
import chat.beseda.guests.Guests;
import chat.beseda.sites.Site;
import chat.beseda.visitors.VisitorSettings;
import chat.beseda.web.Bodies;
import chat.beseda.web.FileBody;
import chat.beseda.web.Json;
import chat.beseda.web.OwnOrigin;
import chat.beseda.web.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;

/**
 * A visitor's files by HTTP: his panel sends them with its token; what was said in his conversation he has by an address that nobody
 * guesses, made of the conversation's key and the file's id.
 */
final class VisitorFiles {
    private static final String FILES = "/api/visitor/{site}/files";

    private final VisitorHouse house;
    private final Guests guests;
    private final Attachments attachments;
    private final OwnOrigin own;

    VisitorFiles(VisitorHouse house, Attachments attachments, OwnOrigin own) {
        this.house = house;
        this.guests = new Guests(house.sites(), house.visitors(), house.bans());
        this.attachments = attachments;
        this.own = own;
    }

    /** A file that is to come. */
    record Announced(String name, Long size) {}

    void addTo(RoutesConfig routes) {
        routes.post(FILES, context -> {
            own.checkChange(context);
            Guest guest = guests.of(context);
            house.rates().maySendFile(guest.visitor().id()).ifPresent(wait -> {
                throw Problem.later(429, "file_rate", wait).refused();
            });
            Announced said = Json.body(context, Json.MOST_BYTES_OF_STRANGERS, Announced.class);
            answer(context, attachments.begin(owner(guest), said.name, said.size, rules(guest.site())));
        });
        routes.put(FILES + "/{id}", context -> {
            own.checkChange(context);
            Guest guest = guests.of(context);
            long offset = Optional.ofNullable(context.queryParam("offset"))
                    .filter(text -> text.matches("\\d{1,15}"))
                    .map(Long::parseLong)
                    .orElse(0L);
            byte[] piece = Bodies.bytes(context, Attachments.PIECE);
            answer(context, attachments.append(owner(guest), id(context), offset, piece, rules(guest.site())));
        });
        routes.get(
                FILES + "/{id}", context -> answer(context, attachments.state(owner(guests.of(context)), id(context))));
        routes.delete(FILES + "/{id}", context -> {
            own.checkChange(context);
            attachments.cancel(owner(guests.of(context)), id(context));
            context.status(204);
        });
        routes.get("/files/{key}/{id}", this::send);
    }

    private void send(Context context) {
        Attachments.Stored stored =
                attachments.ofVisitor(context.pathParam("key"), id(context)).orElseThrow(NotFoundResponse::new);
        Attachments.Stored wanted = FileBody.wantsSmall(context) ? attachments.small(stored) : stored;
        FileBody.send(
                context, wanted.bytes(), wanted.file().name(), wanted.file().type());
    }

    private static FileOwner owner(Guest guest) {
        return FileOwner.visitor(guest.visitor().id().value());
    }

    private FileRules rules(Site site) {
        VisitorSettings settings = house.customs().of(site.id());
        return FileRules.of(settings.files(), settings.fileMegabytes(), settings.fileKinds());
    }

    private static String id(Context context) {
        return context.pathParam("id");
    }

    private static void answer(Context context, Attachments.Upload upload) {
        context.contentType("application/json");
        context.result(Json.bytes(upload));
    }
}
