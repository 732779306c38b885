package chat.beseda.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.audit.Actor;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Transfer;
import chat.beseda.forms.InvalidFields;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorState;
import chat.beseda.sites.DepartmentId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody there, nobody free, nobody willing; and the moment that changes. */
class NobodyToAskTest {
    private final RoutingField field = new RoutingField();

    @AfterEach
    void close() {
        field.close();
    }

    @Test
    void whatNobodyIsThereForIsOfferedInItsOrderToWhoeverComes() {
        ConversationId first = field.asks();
        field.pass(Duration.ofSeconds(5));
        ConversationId second = field.asks();
        assertThat(field.now(first)).isInstanceOf(Conversation.Waiting.class);

        OperatorId boris = field.join("boris");
        field.capacity(boris, 1);
        field.comes(boris);

        assertThat(field.offeredTo(first)).isEqualTo(boris);
        assertThat(field.now(second)).isInstanceOf(Conversation.Waiting.class);
    }

    @Test
    void nothingOverflowsToADepartmentOfOtherSites() {
        DepartmentId sales = field.department("Sales");
        DepartmentId elsewhere = field.departmentElsewhere("Wholesale");
        field.rules(new RoutingSettings.OfDepartment(sales), overflowTo(elsewhere));
        ConversationId question = field.asksIn("ru", sales);
        field.pass(Duration.ofSeconds(60));

        assertThat(field.now(question).facts().department()).isEqualTo(sales);
        assertThatThrownBy(() -> field.rules(new RoutingSettings.OfSite(field.site.id()), overflowTo(elsewhere)))
                .isInstanceOfSatisfying(
                        InvalidFields.class,
                        refused -> assertThat(refused.faults())
                                .anySatisfy(fault -> assertThat(fault.code()).isEqualTo("elsewhere")));
    }

    private static RoutingDraft overflowTo(DepartmentId department) {
        return new RoutingDraft(
                RoutingRules.Mode.AUTOMATIC, RoutingRules.Choice.IN_TURN, 10, 0, 10, department, 20, 60, "", 0);
    }

    @Test
    void roomIsUsedAtOnceHoweverItCame() {
        OperatorId boris = field.join("boris");
        field.capacity(boris, 1);
        field.comes(boris);
        ConversationId first = field.asks();
        field.takes(boris, first);
        ConversationId second = field.asks();
        ConversationId third = field.asks();
        ConversationId fourth = field.asks();
        assertThat(field.now(second)).isInstanceOf(Conversation.Waiting.class);

        field.capacity(boris, 2);
        assertThat(field.offeredTo(second)).as("a greater capacity").isEqualTo(boris);
        field.takes(boris, second);

        field.conversations.close(boris, first, field.now(first).facts().version());
        field.settle();
        assertThat(field.offeredTo(third)).as("one ended").isEqualTo(boris);
        field.takes(boris, third);

        field.answers(boris, second);
        field.pass(Duration.ofMinutes(10));
        assertThat(field.offeredTo(fourth)).as("one fell silent").isEqualTo(boris);
    }

    @Test
    void oneWhoSaysNoToEverythingIsAskedAgainOnlyWhenNobodyElseIsLeft() {
        OperatorId boris = field.onLine("boris");
        OperatorId vera = field.onLine("vera");
        ConversationId question = field.asks();
        OperatorId first = field.offeredTo(question);
        OperatorId second = first.equals(boris) ? vera : boris;

        refuses(first, question);
        assertThat(field.offeredTo(question)).isEqualTo(second);
        refuses(second, question);
        assertThat(field.now(question)).as("left in peace").isInstanceOf(Conversation.Waiting.class);
        field.pass(Rests.REST);

        assertThat(field.now(question).facts().passed()).as("a new round").isEmpty();
        assertThat(field.now(question)).isInstanceOf(Conversation.Offered.class);
        field.people.operators().setState(boris, OperatorState.OFF);
        field.people.operators().setState(vera, OperatorState.OFF);
        field.settle();
        assertThat(field.now(question)).isInstanceOf(Conversation.Waiting.class);
    }

    @Test
    void aDepartmentWithoutPeopleIsEverybodys() {
        DepartmentId empty = field.department("Empty");
        OperatorId boris = field.onLine("boris");
        ConversationId question = field.asksIn("", empty);
        assertThat(field.offeredTo(question)).isEqualTo(boris);
    }

    @Test
    void aDepartmentThatIsRemovedLeavesItsQuestionsToEverybody() {
        DepartmentId sales = field.department("Sales");
        OperatorId boris = field.onLine("boris");
        field.join("vera", sales);
        ConversationId question = field.asksIn("", sales);
        assertThat(field.now(question)).isInstanceOf(Conversation.Waiting.class);

        field.people.departments().remove(Actor.program(), sales);
        field.settle();
        field.pass(Duration.ofSeconds(2));

        assertThat(field.offeredTo(question)).isEqualTo(boris);
    }

    @Test
    void aHandOverToOneWhoLeavesIsOffAndTheOwnerGoesOn() {
        OperatorId boris = field.onLine("boris");
        ConversationId question = field.asks();
        field.takes(boris, question);
        OperatorId vera = field.onLine("vera");
        long until = field.clock.millis() + Duration.ofMinutes(1).toMillis();
        int version = field.now(question).facts().version();
        field.conversations.handOver(boris, question, version, new Transfer(vera, null, until, "", false));
        field.settle();

        field.goes(vera);

        assertThat(field.now(question)).isInstanceOfSatisfying(Conversation.Active.class, active -> {
            assertThat(active.owner()).isEqualTo(boris);
            assertThat(active.transfer()).isNull();
        });
    }

    @Test
    void aReturningVisitorComesToWhoAnsweredBeforeOnlyWhileTheyAreFree() {
        OperatorId boris = field.join("boris");
        field.capacity(boris, 1);
        field.comes(boris);
        var visitor =
                field.visitors.recognise(field.site.id(), null, null, true).visitor();
        ConversationId before = field.asks(visitor);
        field.takes(boris, before);
        field.conversations.close(boris, before, field.now(before).facts().version());
        OperatorId vera = field.onLine("vera");
        field.settle();

        ConversationId again = field.asks(visitor);
        assertThat(field.offeredTo(again)).isEqualTo(boris);
        field.conversations.endByVisitor(visitor.id(), again);
        field.takes(boris, field.asks());
        field.settle();

        assertThat(field.offeredTo(field.asks(visitor))).isEqualTo(vera);
    }

    private void refuses(OperatorId operator, ConversationId question) {
        field.routing.dispatcher().refuse(question, operator);
        field.settle();
    }
}
