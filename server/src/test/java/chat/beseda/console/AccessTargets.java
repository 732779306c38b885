package chat.beseda.console;

import chat.beseda.answers.AnswerDraft;
import chat.beseda.answers.Shelf;
import chat.beseda.audit.Actor;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.Opening;
import chat.beseda.events.ClientId;
import chat.beseda.files.FileOwner;
import chat.beseda.files.FileRules;
import chat.beseda.formatting.TextBlock;
import chat.beseda.formatting.TextDocument;
import chat.beseda.formatting.TextRun;
import chat.beseda.formatting.Words;
import chat.beseda.hours.TimetableDraft;
import chat.beseda.knowledge.ArticleDraft;
import chat.beseda.knowledge.ArticleId;
import chat.beseda.knowledge.ArticlePlace;
import chat.beseda.knowledge.Audience;
import chat.beseda.mail.Letter;
import chat.beseda.mail.MailAccount;
import chat.beseda.mail.Outgoing;
import chat.beseda.operators.Operator;
import chat.beseda.operators.Role;
import chat.beseda.people.InvitationDraft;
import chat.beseda.schedules.Cadence;
import chat.beseda.schedules.Choice;
import chat.beseda.schedules.ScheduleDraft;
import chat.beseda.security.RandomTokens;
import chat.beseda.sites.DepartmentDraft;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteDraft;
import chat.beseda.sites.SiteId;
import chat.beseda.tags.TagColour;
import chat.beseda.tags.TagDraft;
import chat.beseda.visitors.Visitor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;

/** Things that a route may be about, made anew for each request, and good bodies of requests. */
final class AccessTargets {
    private static final String SITE = """
            {"name": "Лавка", "origins": ["https://lavka.example"], "timeZone": "Europe/Moscow", "locale": "ru",
             "accent": "#112233", "corner": "left", "greeting": {"ru": "Привет"}, "sound": false, "opens": false,
             "todaySpan": {"kind": "day"}, "disabled": false}
            """;

    private static final String SHOWING = """
            {"pages": ["/shop/*"], "notPages": [], "places": [], "notPlaces": [], "unknownPlace": true,
             "schedule": {"days": ["mon"], "from": 540, "to": 1080}, "languages": ["ru"], "nobody": "queue"}
            """;

    private static final String ARTICLE = """
            {"folder": "Доставка", "title": "Сроки", "version": %d, "publish": false, "document": {"blocks":
             [{"type": "paragraph", "runs": [{"text": "Завтра", "marks": [{"type": "bold"}]}]}]}}
            """;

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("-", ""),
            Map.entry("setup", """
                    {"administrator": {"name": "E", "email": "e@example.org", "password": "eleven loud harbours"}, "company": "E",
                     "site": {"name": "E", "origin": "https://e.example", "timeZone": "Europe/Moscow", "locale": "auto"}}
                    """),
            Map.entry("sign-in", "{\"email\": \"anna@example.org\", \"password\": \"seven green kettles\"}"),
            Map.entry("status", "{\"text\": \"обед\", \"until\": null}"),
            Map.entry("me", "{\"name\": \"Я\", \"title\": \"\", \"locale\": \"ru\", \"theme\": \"dark\"}"),
            Map.entry("password", "{\"current\": \"seven green kettles\", \"next\": \"nine quiet harbours\"}"),
            Map.entry("proof", "{\"password\": \"seven green kettles\"}"),
            Map.entry("code", "{\"code\": \"000000\"}"),
            Map.entry("site", SITE),
            Map.entry("operator", """
                    {"name": "О", "title": "", "role": "operator", "capacity": 3, "sites": [], "departments": [],
                     "disabled": false}
                    """),
            Map.entry("routing", """
                    {"mode": "both", "choice": "least_busy", "offerSeconds": 30, "graceSeconds": 60, "silenceMinutes": 10,
                     "overflow": null, "overflowSeconds": 120, "priority": 0}
                    """),
            Map.entry("reception", "{\"asks\": true, \"pages\": []}"),
            Map.entry("acceptance", "{\"name\": \"N\", \"title\": \"\", \"password\": \"nine quiet harbours\"}"),
            Map.entry("settings", "{\"company\": \"Romashka\", \"demo\": false}"),
            Map.entry("article", """
                    {"audience": "public", "sites": [], "language": "uk", "text": %s}
                    """.formatted(ARTICLE.formatted(0))),
            Map.entry("article-text", ARTICLE.formatted(1)),
            Map.entry("article-place", "{\"audience\": \"internal\", \"sites\": []}"),
            Map.entry("article-published", "{\"published\": true}"),
            Map.entry("comment", "{\"text\": \"Берёт оптом\"}"),
            Map.entry("first-words", "{\"cid\": \"abcdefghijklmnopqrstuv\", \"text\": \"Здравствуйте!\"}"),
            Map.entry("ban", "{\"address\": false, \"hours\": 24, \"reason\": \"Ругается\"}"),
            Map.entry("client-settings", """
                    {"signedOnly": true, "links": [{"title": "CRM", "template": "https://crm.example/{id}"}]}
                    """),
            Map.entry("client-link", """
                    {"link": {"title": "CRM", "template": "https://crm.example/{id}"}, "example": {"id": "C-17"}}
                    """),
            Map.entry("goals", "{\"goals\": [{\"page\": \"/thanks*\", \"name\": \"order\", \"value\": 100}]}"),
            Map.entry("questionnaire", """
                    {"fields": [{"kind": "choice", "label": "Вы", "required": true, "options": ["Человек", "Фирма"]}]}
                    """),
            Map.entry("visitor-settings", "{\"previews\": true, \"asksPlace\": false, \"rating\": \"off\"}"),
            Map.entry("invitations", """
                    {"rules": [{"id": "", "name": "Корзина", "enabled": true, "all": true,
                     "conditions": [{"kind": "page", "patterns": ["/cart*"], "not": false}, {"kind": "onPage", "seconds": 60}],
                     "text": {"ru": "Помочь с заказом?"}, "operator": null, "perVisit": 1, "perDay": 2, "afterRefusal": 60,
                     "afterConversation": 60}]}
                    """),
            Map.entry("showing", SHOWING),
            Map.entry("showing-try", """
                    {"showing": %s, "page": "https://lavka.example/", "place": {"country": "RU", "region": null, "city": "Пермь"},
                     "at": "2026-11-20T12:00", "language": "ru", "online": true}
                    """.formatted(SHOWING)),
            Map.entry("mail", """
                    {"host": "127.0.0.1", "port": 1, "security": "none", "user": "", "password": null,
                     "from": "shop@example.org", "name": "", "to": "vera@example.net"}"""),
            Map.entry("translation-off", """
                    {"address": "", "key": null}"""),
            Map.entry("translation", """
                    {"address": "http://127.0.0.1:1", "key": null}"""),
            Map.entry("words", """
                    {"text": "Hello", "to": "ru"}"""),
            Map.entry("mailing", """
                    {"on": true, "minutes": 10}"""),
            Map.entry("mailbox", """
                    {"host": "127.0.0.1", "port": 1, "security": "none", "user": "shop", "password": "secret", "folder": "INBOX",
                     "address": "shop@example.org", "plus": true}"""),
            Map.entry("schedule", """
                    {"name": "Неделя", "cadence": "week", "zone": "Europe/Moscow", "time": "08:30", "sites": [],
                     "departments": [], "operators": [], "emails": ["boss@example.org"]}
                    """),
            Map.entry("hours-choice", "{\"timetable\": null}"),
            Map.entry("visitor", "{\"name\": \"Вера\", \"email\": null, \"phone\": null}"));

    private final ConsoleServer server;
    private final Site shop;
    private final Site elsewhere;
    private final Operator anna;
    private final AccessRequests requests;
    private int made;

    /** For a server that has been set up. */
    AccessTargets(ConsoleServer server) {
        this.server = server;
        shop = server.people.sites().all().getFirst();
        elsewhere = site();
        anna = server.people.operators().all().getFirst();
        requests = new AccessRequests(server, shop, anna);
    }

    /** A newcomer who serves the shop. */
    Operator somebody(Role role) {
        return server.join("somebody" + ++made, role, shop.id());
    }

    /** A newcomer who serves another site only. */
    Operator somebodyElsewhere(Role role) {
        return server.join("stranger" + ++made, role, elsewhere.id());
    }

    Browser.Answer send(Browser browser, String method, String path, String body) {
        return switch (body) {
            case "text-file" -> browser.put(path, "hello".getBytes(StandardCharsets.UTF_8), "application/octet-stream");
            case "upload" ->
                browser.send(method, path, """
                        {"conversation": "%s", "name": "a.txt", "size": 5}
                        """.formatted(
                                server.closedConversation(visitor(), anna).id().value()));
            case "answer-files" ->
                browser.send(
                        method,
                        path,
                        "{\"conversation\": \"%d\"}"
                                .formatted(server.closedConversation(visitor(), anna)
                                        .id()
                                        .value()));
            case "merge" ->
                browser.send(
                        method,
                        path,
                        "{\"with\": \"%d\"}".formatted(visitor().id().value()));
            case "photo" -> browser.put(path, picture(), "image/png");
            case "department" -> browser.send(method, path, "{\"name\": \"D%d\", \"sites\": []}".formatted(++made));
            case "tag" ->
                browser.send(
                        method, path, "{\"name\": \"T%d\", \"colour\": \"red\", \"retired\": false}".formatted(++made));
            case "answer" -> browser.send(method, path, """
                        {"folder": "", "title": "A%d", "text": "Здравствуйте, {visitor.name|друг}!", "language": null,
                         "department": null}
                        """.formatted(++made));
            default -> sendMore(browser, method, path, body);
        };
    }

    private Browser.Answer sendMore(Browser browser, String method, String path, String body) {
        return switch (body) {
            case "hours" -> browser.send(method, path, """
                        {"name": "H%d", "timeZone": "UTC", "week": [[{"from": 540, "to": 1440}], [], [], [], [], [], []],
                         "days": [{"date": "2026-12-31", "everyYear": true, "name": "", "ranges": []}]}
                        """.formatted(++made));
            case "answers-file" -> browser.send(method, path, "title,text\nA%d,Да\n".formatted(++made));
            case "correction" -> browser.send(method, path, """
                        {"operator": "%s", "day": "2026-03-04", "zone": "UTC", "kind": "online", "seconds": 60, "reason": "Тест"}
                        """.formatted(anna.id()));
            case "invitation" ->
                browser.send(
                        method,
                        path,
                        "{\"email\": \"i%d@example.org\", \"role\": \"operator\", \"sites\": [], \"departments\": []}"
                                .formatted(++made));
            default ->
                browser.send(
                        method,
                        path,
                        body.startsWith("request")
                                ? requests.body(body)
                                : Objects.requireNonNull(BODIES.get(body), body));
        };
    }

    /** The address with the name of something new that is the operator's to see. */
    String path(String pattern, Operator operator) {
        return pattern.contains("{")
                ? pattern.replaceFirst("\\{\\w+}", target(pattern, operator)).replace("{language}", "ru")
                : pattern;
    }

    private String target(String pattern, Operator operator) {
        Actor actor = Actor.program();
        return switch (pattern.split("/", -1)[2]) {
            case "sessions" ->
                server.people
                        .sessions()
                        .open(operator.id(), "192.0.2.5", "")
                        .session()
                        .id();
            case "sites" ->
                pattern.contains("sites/{id}") && operator.role() == Role.ADMINISTRATOR
                        ? site().id().toString()
                        : shop.id().toString();
            case "departments" ->
                server.people
                        .departments()
                        .create(actor, new DepartmentDraft("D" + ++made, List.of()))
                        .id()
                        .toString();
            case "hours" -> hours();
            case "tags" -> tag();
            case "operators" -> somebody(Role.OPERATOR).id().toString();
            case "answers" -> answer(pattern.endsWith("}") ? Shelf.common() : Shelf.of(operator.id()));
            case "articles" -> article(Set.of(shop.id()));
            case "me" -> answer(Shelf.of(operator.id()));
            case "invitations" -> invitation(pattern.contains("{token}"));
            case "conversations", "archive" ->
                Long.toString(server.closedConversation(visitor(), anna).id().value());
            case "uploads" -> upload(FileOwner.operator(operator.id().value()));
            case "files" -> file();
            case "bans" -> ban();
            case "requests" -> requests.request();
            case "request-kinds" -> requests.kind().id().toString();
            case "reports" -> schedule(operator);
            case "mail" -> letter();
            case "mailbox" -> letterIn();
            case "visitors" -> Long.toString(visitor().id().value());
            default -> throw new IllegalArgumentException("nothing is known to put into " + pattern);
        };
    }

    private String tag() {
        return server.tags
                .create(Actor.program(), new TagDraft("T" + ++made, TagColour.RED, false))
                .id()
                .toString();
    }

    private String hours() {
        var draft = new TimetableDraft("H" + ++made, "UTC", Collections.nCopies(7, List.of()), List.of());
        return server.timetables.create(Actor.program(), draft).id().toString();
    }

    private String invitation(boolean token) {
        var draft = new InvitationDraft("guest%d@example.org".formatted(++made), Role.OPERATOR, Set.of(), Set.of());
        var issued = server.people.invitations().issue(Actor.program(), draft);
        return token ? issued.token() : Long.toString(issued.invitation().id());
    }

    private String answer(Shelf shelf) {
        var draft = new AnswerDraft("", "A" + ++made, "Да", null, null);
        return server.answers.create(Actor.program(), shelf, draft).id().toString();
    }

    private String upload(FileOwner owner) {
        return server.attachments
                .begin(owner, "a.txt", 5, FileRules.everything(1))
                .id();
    }

    /** One that a visitor of the shop said. */
    private String file() {
        Visitor visitor = visitor();
        FileOwner owner = FileOwner.visitor(visitor.id().value());
        String id = upload(owner);
        server.attachments.append(owner, id, 0, "hello".getBytes(StandardCharsets.UTF_8), FileRules.everything(1));
        var said = new Conversations.Saying(new Words.Plain(""), List.of(id));
        server.conversations.postByVisitor(visitor, Opening.on(null), new ClientId(new RandomTokens().name()), said);
        return id;
    }

    /** One that is read on other sites too: on another one, and on all. */
    List<String> sharedArticles() {
        return List.of(article(Set.of(shop.id(), elsewhere.id())), article(Set.of()));
    }

    Site shop() {
        return shop;
    }

    private String article(Set<SiteId> sites) {
        var place = new ArticlePlace(Audience.PUBLIC, sites);
        var words = new TextBlock.Paragraph(List.of(new TextRun("Завтра", List.of())));
        var draft = new ArticleDraft("", "Сроки", new TextDocument(List.of(words)));
        ArticleId id = server.knowledge
                .create(Actor.program(), place, "ru", draft, false)
                .id();
        server.knowledge.write(Actor.program(), id, "en", 0, draft, true);
        return id.toString();
    }

    private String ban() {
        return Long.toString(server.bans
                .ban(Actor.program(), anna.id(), visitor(), null, null, "")
                .id());
    }

    /** One that waits: nobody listens at that port. */
    private String letter() {
        var account = new MailAccount("127.0.0.1", 1, MailAccount.Security.NONE, "", "", "shop@example.org", "");
        server.mail.change(Actor.program(), account, null);
        var letter = new Letter("trial", "vera@example.net", "Проба", "<p>", "", List.of());
        Outgoing made = server.mail.made(letter);
        long id = server.write(transaction -> server.mail.queue(transaction, made));
        return Long.toString(id);
    }

    private String letterIn() {
        int id = ++made;
        server.write(transaction -> transaction.handle().execute("""
                INSERT INTO letter_in (id, name, sender, sender_name, subject, body, state, left_out, came_at)
                VALUES (?, ?, 'vera@example.net', '', 'Re', 'Слова', 'forged', '', 1)
                """, id, "letter" + id));
        return Integer.toString(id);
    }

    private String schedule(Operator owner) {
        var draft = new ScheduleDraft(
                "Неделя",
                Cadence.WEEK,
                ZoneId.of("Europe/Moscow"),
                LocalTime.NOON,
                Choice.EVERYTHING,
                List.of("boss@example.org"),
                "ru");
        return Long.toString(
                server.schedules.create(Actor.program(), owner.id(), draft).id());
    }

    private Visitor visitor() {
        return server.visitor(shop.id());
    }

    private Site site() {
        var draft = SiteDraft.standard("S" + ++made, List.of("https://s.example"), "Europe/Moscow", "auto");
        return server.people.sites().create(Actor.program(), draft);
    }

    private static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }
}
