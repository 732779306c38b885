package chat.beseda.reports;

import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;

/** A question, quick to ask of each of very many conversations. Immutable. */
final class Asked {
    private final Ids sites;
    private final Ids departments;
    private final Ids operators;
    private final Ids seen;
    private final Ids workers;

    Asked(Question question) {
        this.sites = Ids.of(question.sites(), SiteId::value);
        this.departments = Ids.of(question.departments(), DepartmentId::value);
        this.operators = Ids.of(question.operators(), OperatorId::value);
        this.seen = Ids.of(question.seen(), OperatorId::value);
        this.workers = Ids.of(question.workers(), OperatorId::value);
    }

    boolean asksFor(PackedTalk talk) {
        return sites.has(talk.site())
                && (departments.isEmpty() || departments.has(talk.department()))
                && (operators.isEmpty() || talk.isHeldBy(operators::has));
    }

    boolean isOfSite(long site) {
        return sites.has(site);
    }

    boolean isOf(long operator) {
        return operators.isEmpty() || operators.has(operator);
    }

    boolean maySee(long operator) {
        return seen.has(operator);
    }

    boolean isWorkOf(long operator) {
        return workers.has(operator);
    }
}
