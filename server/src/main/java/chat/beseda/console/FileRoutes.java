package chat.beseda.console;

import chat.beseda.answers.AnswerId;
import chat.beseda.answers.ReadyAnswers;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.files.Attachment;
import chat.beseda.files.Attachments;
import chat.beseda.files.FileOwner;
import chat.beseda.files.FileRules;
import chat.beseda.files.SaidFile;
import chat.beseda.forms.FieldChecks;
import chat.beseda.forms.Unknown;
import chat.beseda.operators.Access;
import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Route;
import chat.beseda.rest.Streamed;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorId;
import chat.beseda.web.FileBody;
import io.javalin.http.HandlerType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files by HTTP: those an operator sends, piece by piece or of a ready answer, and those of conversations one may see. */
final class FileRoutes {
    private static final int PAGE = 20;
    /** The newest ones, in which files are looked for. */
    private static final int CONVERSATIONS = 500;

    private final OperatorHouse house;
    private final Attachments attachments;
    private final ReadyAnswers answers;

    FileRoutes(OperatorHouse house, Attachments attachments, ReadyAnswers answers) {
        this.house = house;
        this.attachments = attachments;
        this.answers = answers;
    }

    /**
     * A file that is to come.
     *
     * @param conversation null: it is for a ready answer
     */
    record Announced(@Nullable String conversation, String name, Long size) {}

    /** Where the files of a ready answer are to be sent. */
    record Wanted(String conversation) {}

    /**
     * One of the files of a visitor's conversations.
     *
     * @param operator who sent it; null: the visitor
     */
    record SaidView(
            Attachment file,
            String conversation,
            @Nullable Long seq,
            long at,
            @Nullable String operator) {}

    /** @param next what to ask for to get the earlier ones; null: there are none */
    record SaidFiles(List<SaidView> files, @Nullable String next) {}

    List<Route> all() {
        return List.of(
                Route.signedIn(HandlerType.GET, "/api/visitors/{id}/files", this::ofVisitor),
                Route.signedIn(HandlerType.POST, "/api/uploads", this::begin),
                Route.right(HandlerType.POST, "/api/answers/{id}/files", Permission.ANSWER, this::ofAnswer),
                Route.signedIn(HandlerType.PUT, "/api/uploads/{id}", this::append),
                Route.signedIn(
                        HandlerType.GET, "/api/uploads/{id}", call -> attachments.state(owner(call), call.path("id"))),
                Route.signedIn(HandlerType.DELETE, "/api/uploads/{id}", this::cancel),
                Route.signedIn(HandlerType.GET, "/api/files/{id}", this::send));
    }

    private Attachments.Upload begin(Call call) {
        Announced said = call.body(Announced.class);
        FileRules rules = said.conversation == null
                ? FileRules.everything(FileRules.ANSWER_MEGABYTES)
                : rules(call, said.conversation);
        return attachments.begin(owner(call), said.name, said.size, rules);
    }

    /** Those of the conversation's site. */
    private FileRules rules(Call call, String id) {
        Conversation conversation = house.named(call.me(), id)
                .filter(known -> OperatorHouse.mayAnswer(call.me(), known))
                .orElseThrow(() -> new Unknown("conversation", id));
        return FileRules.everything(
                house.customs().of(conversation.facts().site()).fileMegabytes());
    }

    /** Made for a message of mine, which takes them by their ids as if they had been uploaded. */
    private List<Attachment> ofAnswer(Call call) {
        FileRules rules = rules(call, call.body(Wanted.class).conversation);
        var id = new AnswerId(call.id("answer"));
        if (answers.find(id, call.me().id()).isEmpty()) {
            throw new Unknown("answer", id);
        }
        return attachments.ofAnswer(owner(call), id.value(), rules);
    }

    private Attachments.Upload append(Call call) {
        var checks = new FieldChecks();
        long offset = call.number(checks, "offset", 0, 0, Long.MAX_VALUE);
        checks.refuse();
        byte[] piece = call.bytes(Attachments.PIECE);
        return attachments.append(
                owner(call), call.path("id"), offset, piece, FileRules.everything(FileRules.MOST_MEGABYTES));
    }

    private @Nullable Object cancel(Call call) {
        attachments.cancel(owner(call), call.path("id"));
        return null;
    }

    private Streamed send(Call call) {
        String id = call.path("id");
        Attachments.Stored stored =
                attachments.byId(id).filter(known -> maySee(call, id)).orElseThrow(() -> new Unknown("file", id));
        return context -> {
            Attachments.Stored wanted = FileBody.wantsSmall(context) ? attachments.small(stored) : stored;
            FileBody.send(
                    context, wanted.bytes(), wanted.file().name(), wanted.file().type());
        };
    }

    /** Those that were said in conversations one may see, of all who are the same person. */
    private SaidFiles ofVisitor(Call call) {
        var id = new VisitorId(call.id("visitor"));
        Visitor visitor = house.visitors()
                .byId(id)
                .filter(known -> Access.maySee(call.me(), known.site()))
                .orElseThrow(() -> new Unknown("visitor", id));
        List<VisitorId> person = house.clients().profiles().of(visitor.id());
        List<Long> conversations = house.conversations().history(person, null, CONVERSATIONS).conversations().stream()
                .filter(conversation -> OperatorHouse.mayRead(call.me(), conversation))
                .map(conversation -> conversation.id().value())
                .toList();
        SaidFile.Place before = call.query("before").map(SaidFile.Place::parse).orElse(SaidFile.Place.TOP);
        List<SaidFile> found = attachments.said(conversations, before, PAGE + 1);
        List<SaidFile> page = found.subList(0, Math.min(PAGE, found.size()));
        String next = found.size() > PAGE ? page.getLast().place().toString() : null;
        return new SaidFiles(page.stream().map(FileRoutes::view).toList(), next);
    }

    private static SaidView view(SaidFile said) {
        FileOwner by = said.by();
        return new SaidView(
                said.file(),
                Long.toString(said.conversation()),
                said.seq(),
                said.at(),
                by.kind() == FileOwner.Kind.OPERATOR ? Long.toString(by.id()) : null);
    }

    private boolean maySee(Call call, String id) {
        List<Long> conversations = attachments.conversations(id);
        return conversations.stream()
                        .flatMap(conversation -> house.conversations().byId(new ConversationId(conversation)).stream())
                        .anyMatch(conversation -> OperatorHouse.mayRead(call.me(), conversation))
                || attachments
                        .answer(id)
                        .flatMap(answer ->
                                answers.find(new AnswerId(answer), call.me().id()))
                        .isPresent()
                || (conversations.isEmpty() && attachments.isOf(owner(call), id));
    }

    private static FileOwner owner(Call call) {
        return FileOwner.operator(call.me().id().value());
    }
}
