package chat.beseda.requestpages;

import chat.beseda.requestkinds.Asks;
import chat.beseda.requestkinds.FieldType;
import chat.beseda.requestkinds.KindField;
import chat.beseda.requestkinds.Nature;
import chat.beseda.requestkinds.Need;
import chat.beseda.requestkinds.RequestKind;
import chat.beseda.requestpages.RequestPaper.Form;
import chat.beseda.requestpages.RequestPaper.Place;
import chat.beseda.requests.Slots;
import chat.beseda.web.LinkedText;
import chat.beseda.web.PageTexts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Writes the fields of one form. For one page, by one thread. */
final class FormPaper {
    private static final int NAME = 200;
    private static final int PHONE = 50;
    private static final int EMAIL = 254;
    private static final int LINE = 500;
    private static final int TEXT = 4000;
    private static final String AGREED = "yes";
    private static final Set<String> KNOWN =
            Set.of("required", "phone", "email", "too_long", "unprintable", "date", "not_one_of", "slot", "taken_all");

    private final PageTexts texts;
    private final Place place;
    private final Form form;
    private final Instant now;
    private boolean focused;

    FormPaper(PageTexts texts, Place place, Form form, Instant now) {
        this.texts = texts;
        this.place = place;
        this.form = form;
        this.now = now;
    }

    /** @param offer when somebody could call; null for letters */
    void write(Element fields, RequestKind kind, Slots.@Nullable Offer offer) {
        Filled filled = form.filled();
        Asks asks = kind.draft().asks();
        hidden(fields, "cid", filled.cid());
        hidden(fields, "stamp", filled.stamp());
        hidden(fields, "page", filled.page());
        boolean call = kind.draft().nature() == Nature.CALL;
        String send = text(call ? "send.call" : "send.letter");
        // What Enter does in a line: else it were the first button, which changes the zone.
        fields.appendElement("button")
                .addClass("first")
                .attr("tabindex", "-1")
                .attr("aria-hidden", "true")
                .text(send);
        if (call) {
            phone(fields, asks.phone());
        }
        if (offer != null) {
            when(fields, offer);
        }
        line(fields, "name", asks.name(), filled.name(), "text", "name", NAME);
        line(fields, "email", asks.email(), filled.email(), "email", "email", EMAIL);
        if (!call) {
            phone(fields, asks.phone());
        }
        if (asks.text() != Need.NO) {
            String label = text(call ? "text.call" : "text.letter");
            area(fields, "text", label, asks.text() == Need.REQUIRED, filled.text());
        }
        List<KindField> own = kind.draft().fields();
        own.stream().filter(each -> each.type() != FieldType.CONSENT).forEach(each -> own(fields, each));
        own.stream().filter(each -> each.type() == FieldType.CONSENT).forEach(each -> consent(fields, each));
        trap(fields);
        fields.appendElement("p").appendElement("button").text(send);
    }

    private void phone(Element fields, Need need) {
        line(fields, "phone", need, form.filled().phone(), "tel", "tel", PHONE);
    }

    private void line(Element fields, String name, Need need, String value, String type, String known, int most) {
        if (need == Need.NO) {
            return;
        }
        labelled(fields, "input", name, text(name), need == Need.REQUIRED)
                .attr("type", type)
                .attr("autocomplete", known)
                .attr("maxlength", Integer.toString(most))
                .attr("value", value);
        fault(fields, name);
    }

    private void area(Element fields, String name, String label, boolean required, String value) {
        labelled(fields, "textarea", name, label, required)
                .attr("rows", "4")
                .attr("cols", "60")
                .attr("maxlength", Integer.toString(TEXT))
                .text(value);
        fault(fields, name);
    }

    private void own(Element fields, KindField field) {
        String name = Filled.OWN + field.id();
        String value = form.filled().answers().getOrDefault(field.id(), "");
        String label = field.label(place.language(), place.standard());
        switch (field.type()) {
            case LONG -> {
                area(fields, name, label, field.required(), value);
                return;
            }
            case CHOICE -> {
                Element select = labelled(fields, "select", name, label, field.required());
                select.appendElement("option").attr("value", "").text(text("unchosen"));
                for (String choice : field.choices(place.language(), place.standard())) {
                    select.appendElement("option")
                            .attr("selected", choice.equals(value))
                            .text(choice);
                }
            }
            case DATE ->
                labelled(fields, "input", name, label + " (" + text("date") + ")", field.required())
                        .attr("type", "date")
                        .attr("value", value);
            case TEXT, CONSENT ->
                labelled(fields, "input", name, label, field.required())
                        .attr("type", "text")
                        .attr("maxlength", Integer.toString(LINE))
                        .attr("value", value);
        }
        fault(fields, name);
    }

    private void consent(Element fields, KindField field) {
        String name = Filled.OWN + field.id();
        Element label = fields.appendElement("p").appendElement("label");
        Element tick = label.appendElement("input")
                .attr("type", "checkbox")
                .attr("name", name)
                .attr("value", AGREED)
                .attr("required", field.required())
                .attr("checked", AGREED.equals(form.filled().answers().get(field.id())));
        marked(tick, name);
        LinkedText.append(label, " " + field.label(place.language(), place.standard()));
        fault(fields, name, "consent");
    }

    /** As soon as possible, or one of the free times by the clock of the zone that is chosen. */
    private void when(Element fields, Slots.Offer offer) {
        var times = new Times(offer.zone(), place.language(), now);
        if (!offer.soon() && offer.days().isEmpty()) {
            fields.appendElement("p").addClass("error").text(text("full"));
            return;
        }
        Element select = labelled(fields, "select", "at", text("when"), true);
        String soon = offer.soonAt() == null
                ? text("soon")
                : texts.of(place.language(), "soon.by", Map.of("when", times.choice(offer.soonAt())));
        select.appendElement("option").attr("value", "").text(offer.soon() ? soon : text("unchosen"));
        for (Slots.Day day : offer.days()) {
            Element group = select.appendElement("optgroup")
                    .attr("label", times.day(day.slots().getFirst()));
            for (long slot : day.slots()) {
                group.appendElement("option")
                        .attr("value", Long.toString(slot))
                        .attr("selected", Objects.equals(form.filled().slot(), slot))
                        .text(times.choice(slot));
            }
        }
        if ("taken".equals(form.faults().get("at"))) {
            String free = form.next().stream().map(times::choice).collect(Collectors.joining("; "));
            said(fields, "at", texts.of(place.language(), "wrong.taken", Map.of("times", free)));
        } else {
            fault(fields, "at", "time");
        }
        if (!offer.days().isEmpty()) {
            zone(fields, offer);
        }
    }

    private void zone(Element fields, Slots.Offer offer) {
        var times = new Times(offer.zone(), place.language(), now);
        String said = texts.of(
                place.language(), offer.zoneKnown() ? "zone.yours" : "zone.theirs", Map.of("zone", times.zone()));
        fields.appendElement("p").addClass("note").text(said);
        Element choice = fields.appendElement("p").addClass("zone");
        choice.appendElement("label").attr("for", "zone").text(text("zone"));
        Element select = choice.appendElement("select").attr("id", "zone").attr("name", "zone");
        if (!offer.zoneKnown()) {
            select.appendElement("option").attr("value", "").text(text("unchosen"));
        }
        List<ZoneId> zones = Zones.with(offer.zone(), now);
        for (ZoneId zone : zones) {
            select.appendElement("option")
                    .attr("value", zone.getId())
                    .attr("selected", offer.zoneKnown() && zone.equals(offer.zone()))
                    .text(Zones.name(zone, now, place.language()));
        }
        choice.appendElement("button")
                .attr("name", "show")
                .attr("value", "1")
                .attr("formnovalidate", true)
                .text(text("zone.show"));
    }

    /** Whoever fills this in is no person; browsers of text show it, with a word not to. */
    private void trap(Element fields) {
        Element label = fields.appendElement("p").addClass("trap").appendElement("label");
        label.text(text("trap") + " ");
        label.appendElement("input")
                .attr("name", "website")
                .attr("autocomplete", "off")
                .attr("tabindex", "-1");
    }

    private Element labelled(Element fields, String kind, String name, String label, boolean required) {
        String shown = required ? label : "%s (%s)".formatted(label, text("optional"));
        fields.appendElement("p").appendElement("label").attr("for", name).text(shown);
        Element field =
                fields.appendElement("p").appendElement(kind).attr("id", name).attr("name", name);
        return marked(field.attr("required", required && !name.equals("at")), name);
    }

    /** Of what is wrong, the first has the focus. */
    private Element marked(Element field, String name) {
        if (form.faults().containsKey(name)) {
            field.attr("aria-invalid", "true").attr("aria-describedby", "wrong." + name);
            field.attr("autofocus", !focused);
            focused = true;
        }
        return field;
    }

    private void fault(Element fields, String name) {
        fault(fields, name, "required");
    }

    /** @param missing the name of the sentence when nothing was said */
    private void fault(Element fields, String name, String missing) {
        String code = form.faults().get(name);
        if (code != null) {
            String known = KNOWN.contains(code) ? code : "other";
            said(fields, name, text("wrong." + (code.equals("required") ? missing : known)));
        }
    }

    private static void said(Element fields, String name, String sentence) {
        fields.appendElement("p").addClass("error").attr("id", "wrong." + name).text(sentence);
    }

    private static void hidden(Element fields, String name, String value) {
        fields.appendElement("input").attr("type", "hidden").attr("name", name).attr("value", value);
    }

    private String text(String name) {
        return texts.of(place.language(), name, Map.of());
    }
}
