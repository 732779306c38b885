package chat.beseda.widget;

import chat.beseda.clients.Questions;
import chat.beseda.conversations.Refusal;
import chat.beseda.frames.ToEither;
import chat.beseda.sites.Site;
import chat.beseda.visitors.PresentVisitor;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorFacts;
import chat.beseda.visitors.VisitorId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks visitors before a conversation begins what their site wants to know. */
final class VisitorInquiry {
    private final VisitorHouse house;

    VisitorInquiry(VisitorHouse house) {
        this.house = house;
    }

    /** Asks, where there is something to ask. */
    void begin(VisitorLine line, VisitorLine.Guest who) {
        Questions questions = questions(who);
        if (!questions.isEmpty()) {
            ask(line, questions);
        }
    }

    /** Whether a conversation may begin; when it may not, asks again what it waits for. */
    boolean mayBegin(VisitorLine line, VisitorLine.Guest who) {
        if (!mayAsk(who) || house.talks(who.visitor().id())) {
            return true;
        }
        Questions questions = questions(who);
        if (questions.isRequired()) {
            ask(line, questions);
        }
        return !questions.isRequired();
    }

    private boolean mayAsk(VisitorLine.Guest who) {
        return site(who)
                .filter(site -> !house.clients().questionnaires().of(site.id()).isEmpty()
                        || house.consent(site, who.locale()) != null)
                .isPresent();
    }

    private Optional<Site> site(VisitorLine.Guest who) {
        return house.sites().byId(who.visitor().site());
    }

    /** Keeps what he says, or tells what is wrong with it. */
    void answered(VisitorLine line, VisitorLine.Guest who, FromVisitor.VisitorAnswers said) {
        Visitor visitor = who.visitor();
        Optional<Duration> wait = house.rates().maySend(visitor, address(visitor.id()));
        if (wait.isPresent()) {
            line.send(house.delivery().refusals().of(new Refusal.Rate(wait.get()), null, said.rid()));
            return;
        }
        line.peer().attempt(null, said.rid(), () -> site(who).ifPresent(site -> keep(line, site, who, said)));
    }

    private void keep(VisitorLine line, Site site, VisitorLine.Guest who, FromVisitor.VisitorAnswers said) {
        Visitor visitor = who.visitor();
        Map<String, String> answers = new LinkedHashMap<>();
        said.answers().forEach(answer -> answers.put(answer.field(), answer.value()));
        Map<String, String> faults = house.clients()
                .questionnaires()
                .tell(visitor, house.consent(site, who.locale()), answers, said.agrees(), address(visitor.id()));
        if (faults.isEmpty()) {
            line.send(new ToVisitor.VisitorQuestions(List.of(), null));
            line.send(new ToEither.Done(said.rid()));
        } else {
            line.send(new ToEither.Refused(null, said.rid(), "answers_invalid", faults, null));
        }
    }

    private String address(VisitorId visitor) {
        return house.presence()
                .of(visitor)
                .map(PresentVisitor::facts)
                .map(VisitorFacts::address)
                .orElse("");
    }

    private Questions questions(VisitorLine.Guest who) {
        return site(who)
                .map(site -> house.questions(site, who.locale(), who.visitor().id()))
                .orElse(Questions.NONE);
    }

    private static void ask(VisitorLine line, Questions questions) {
        line.send(new ToVisitor.VisitorQuestions(
                questions.fields().stream()
                        .map(field -> new ToVisitor.AskedField(
                                field.id(), field.kind(), field.label(), field.required(), field.options()))
                        .toList(),
                questions.consent()));
    }
}
