package chat.beseda.widget;

import chat.beseda.delivery.Faces;
import chat.beseda.outreach.Arrival;
import chat.beseda.outreach.Fate;
import chat.beseda.outreach.Invitation;
import chat.beseda.outreach.Outreach;
import chat.beseda.visitors.HostileText;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.VisitorId;
import chat.beseda.widget.FromVisitor.VisitorHello;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Invitations on visitors' lines: what pages tell of them, and what pages are told. */
final class VisitorOutreach {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_VALUES = 50;
    private static final int NAME_LENGTH = 64;
    private static final int VALUE_LENGTH = 200;
    private static final int LONGEST_INVITATION = 300;
    private static final int MOST_IDLE = 24 * 3_600;

    private final Outreach outreach;
    private final Faces faces;
    private final VisitorLines lines;
    private final VisitorPlaces places;

    VisitorOutreach(Outreach outreach, Faces faces, VisitorLines lines, VisitorPlaces places) {
        this.outreach = outreach;
        this.faces = faces;
        this.lines = lines;
        this.places = places;
    }

    VisitorPlaces places() {
        return places;
    }

    void arrived(VisitorLine line, VisitorLine.Guest who, VisitorHello hello, String userAgent, @Nullable Page page) {
        outreach.inviter()
                .arrived(new Arrival(
                        who.visitor(),
                        line.peer().line().id(),
                        hello.tab(),
                        who.panel(),
                        who.locale(),
                        who.language(),
                        userAgent,
                        page));
    }

    /** Asks the page to tell when the visitor rests, where a rule needs to know. */
    void askForIdleness(VisitorLine line, VisitorLine.Guest who) {
        if (!who.panel()) {
            outreach.inviter()
                    .idleSeconds(who.visitor().site())
                    .ifPresent(seconds -> line.send(new ToVisitor.NoticeIdle(seconds)));
        }
    }

    void moved(VisitorId visitor, Page page) {
        outreach.inviter().moved(visitor, page);
    }

    void ended(VisitorLine line, VisitorLine.Guest who) {
        if (who.panel()) {
            outreach.inviter().lineEnded(who.visitor().id(), line.peer().line().id());
        }
    }

    void invited(VisitorId visitor, FromVisitor.InvitationFate told) {
        Fate fate = switch (told.outcome()) {
            case SHOWN -> Fate.SHOWN;
            case ACCEPTED -> Fate.ACCEPTED;
            case REFUSED -> Fate.REFUSED;
            case IGNORED -> Fate.IGNORED;
        };
        outreach.inviter().fate(visitor, told.id(), fate);
    }

    void idle(VisitorId visitor, int seconds) {
        outreach.inviter().idle(visitor, Math.clamp(seconds, 0, MOST_IDLE));
    }

    /** The site's own script invites. */
    void asked(VisitorId visitor, String text) {
        String tidy = HostileText.tidy(text, LONGEST_INVITATION);
        if (!tidy.isEmpty()) {
            outreach.inviter().byPage(visitor, tidy);
        }
    }

    /** False when the text is no object of plain values. */
    boolean values(VisitorId visitor, String text) {
        Optional<Map<String, String>> values = read(text);
        values.ifPresent(all -> {
            places.bySite(visitor, all);
            outreach.inviter().told(visitor, all);
        });
        return values.isPresent();
    }

    private static Optional<Map<String, String>> read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (!node.isObject() || node.size() > MOST_VALUES) {
                return Optional.empty();
            }
            var values = new HashMap<String, String>();
            node.forEachEntry((name, value) -> {
                if (value.isValueNode() && !value.isNull()) {
                    values.put(cut(name, NAME_LENGTH), cut(value.asString(), VALUE_LENGTH));
                }
            });
            return Optional.of(values);
        } catch (JacksonException hostile) {
            return Optional.empty();
        }
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }

    /** The newest page of the visitor that carries the button shows it; with no such page nobody does. */
    void send(Invitation invitation) {
        List<VisitorLine> pages = lines.of(invitation.visitor()).stream()
                .filter(line -> !line.isPanel() && line.isShown())
                .toList();
        if (!pages.isEmpty()) {
            VisitorLine page = pages.getLast();
            VisitorLine.Guest who = page.guest();
            if (who != null) {
                page.send(new ToVisitor.Invite(
                        invitation.id(),
                        invitation.text(),
                        faces.of(invitation.operator(), who.locale()),
                        who.locale()));
            }
        }
    }

    /** What opened the visitor's window, for its first line. */
    ToVisitor.@Nullable AcceptedInvitation accepted(VisitorLine.Guest who) {
        return outreach.inviter()
                .accepted(who.visitor().id())
                .map(invitation -> new ToVisitor.AcceptedInvitation(
                        invitation.text(), faces.of(invitation.operator(), who.locale()), invitation.at()))
                .orElse(null);
    }
}
