package chat.beseda.crowd;

import chat.beseda.dialogues.Chance;
import chat.beseda.dialogues.Dialogue;
import chat.beseda.dialogues.Persona;
import chat.beseda.dialogues.Phrasebook.PageWords;
import chat.beseda.dialogues.Scriptwriter;
import chat.beseda.time.Timers;
import chat.beseda.visitors.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Somebody who walks through a shop from page to page and perhaps asks something. Lives on a thread of his own. */
final class SimulatedVisitor {
    private static final Duration PAGE_LOADS = Duration.ofMillis(700);
    private static final long LONGEST_LOOK = 240_000;

    private final Shop shop;
    private final String panelOrigin;
    private final Lines lines;
    private final Timers timers;
    private final Map<String, LiveTalk> talks;
    private final BooleanSupplier mayAsk;
    private final RandomGenerator chance;
    private final Browser browser;
    private final String tab;
    private @Nullable String visit;

    /**
     * Makes one.
     *
     * @param panelOrigin the server's own origin
     * @param mayAsk asked when he would like to ask something; true at most as often as there should be questions
     */
    SimulatedVisitor(
            Shop shop,
            String panelOrigin,
            Lines lines,
            Timers timers,
            Map<String, LiveTalk> talks,
            BooleanSupplier mayAsk,
            RandomGenerator chance) {
        this.shop = shop;
        this.panelOrigin = panelOrigin;
        this.lines = lines;
        this.timers = timers;
        this.talks = talks;
        this.mayAsk = mayAsk;
        this.chance = chance;
        this.browser = Browser.any(shop.book().language(), chance);
        this.tab = new Pace(chance).cid().value();
    }

    /** Walks, asks, leaves. Ends early when the thread is interrupted or the server does not want him. */
    void live(int month) throws InterruptedException, IOException {
        boolean curious = Chance.percent(40, chance);
        int pages = chance.nextInt(2, 8);
        for (int i = 0; i < pages; i++) {
            PageWords next = Chance.of(shop.book().allPages(), chance);
            boolean invited = look(
                    shop.page(next.path(), next.title(), chance),
                    Math.min(Chance.around(28, 0.9, chance), LONGEST_LOOK));
            if ((invited || curious) && mayAsk.getAsBoolean()) {
                ask(month);
                curious = false;
            }
            new Mailbox<Heard>(timers).read(PAGE_LOADS, item -> {}, () -> false);
        }
    }

    /** Reads a page: a line of the loader's, as long as the page is open. True when an invitation there was accepted. */
    private boolean look(Page page, long time) throws InterruptedException, IOException {
        Said hello = Said.hello("loader", visit, page, browser, tab);
        String origin = origin(shop.address());
        try (var loader = Connection.open(lines, new Mailbox<>(timers), origin, shop, browser, hello)) {
            visit = loader.visit();
            return new Invited(loader, chance).read(Duration.ofMillis(time));
        }
    }

    /** Opens the panel on the page the question is about; the loader has given its line up. */
    private void ask(int month) throws InterruptedException, IOException {
        Persona persona = Persona.any(shop.book(), chance);
        Dialogue dialogue = new Scriptwriter(shop.book(), chance).write(persona, month);
        look(shop.page(dialogue.path(), dialogue.title(), chance), Chance.between(4, 15, chance));
        talk(dialogue, Chat::hold);
    }

    /** Goes on with a conversation begun earlier, known by what the browser has kept of it. */
    void comeBack(Guest guest) throws InterruptedException, IOException {
        visit = guest.visit();
        talk(guest.dialogue(), Chat::resume);
    }

    private void talk(Dialogue dialogue, Talking how) throws InterruptedException, IOException {
        Page page = shop.page(dialogue.path(), dialogue.title(), chance);
        Said hello = Said.hello("panel", visit, page, browser, tab);
        try (var panel = Connection.open(lines, new Mailbox<>(timers), panelOrigin, shop, browser, hello)) {
            visit = panel.visit();
            var chat = new Chat(panel, new LiveTalk(shop, dialogue), talks, chance);
            try {
                how.talk(chat);
            } catch (InterruptedException closing) {
                chat.abandon();
                throw closing;
            }
        }
    }

    private interface Talking {
        void talk(Chat chat) throws InterruptedException;
    }

    private static String origin(String address) {
        return address.replaceFirst("^(https?://[^/]+).*$", "$1");
    }
}
