package chat.beseda.administration;

import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import chat.beseda.tags.Tag;
import chat.beseda.tags.TagColour;
import chat.beseda.tags.TagDraft;
import chat.beseda.tags.TagId;
import chat.beseda.tags.Tags;
import io.javalin.http.HandlerType;
import java.util.List;

/** Tags: administrators keep them; consoles are told of them by the line. */
final class TagRoutes {
    private final Tags tags;

    TagRoutes(Tags tags) {
        this.tags = tags;
    }

    record Draft(String name, String colour, boolean retired) {}

    record TagView(String id, String name, String colour, boolean retired) {

        static TagView of(Tag tag) {
            return new TagView(tag.id().toString(), tag.name(), Fields.word(tag.colour()), tag.retired());
        }
    }

    List<Route> all() {
        Permission manage = Permission.MANAGE_SETTINGS;
        return List.of(
                Route.signedIn(HandlerType.GET, "/api/tags", this::list),
                Route.right(HandlerType.POST, "/api/tags", manage, this::create),
                Route.right(HandlerType.PUT, "/api/tags/{id}", manage, this::change));
    }

    private List<TagView> list(Call call) {
        return tags.all().stream().map(TagView::of).toList();
    }

    private TagView create(Call call) {
        Tag tag = tags.create(call.actor(), draft(call));
        call.status(201);
        return TagView.of(tag);
    }

    private TagView change(Call call) {
        return TagView.of(tags.change(call.actor(), new TagId(call.id("tag")), draft(call)));
    }

    private static TagDraft draft(Call call) {
        Draft said = call.body(Draft.class);
        var fields = new Fields();
        TagColour colour = fields.word("colour", said.colour, TagColour.class);
        fields.refuse();
        return new TagDraft(said.name, colour, said.retired);
    }
}
