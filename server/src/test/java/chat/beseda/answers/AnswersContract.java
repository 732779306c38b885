package chat.beseda.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import chat.beseda.audit.Actor;
import chat.beseda.formatting.TextBlock;
import chat.beseda.formatting.TextDocument;
import chat.beseda.formatting.TextMark;
import chat.beseda.formatting.TextRun;
import chat.beseda.forms.Conflict;
import chat.beseda.forms.InvalidFields;
import chat.beseda.forms.Unknown;
import chat.beseda.operators.OperatorId;
import chat.beseda.people.FirstSetUp;
import chat.beseda.people.People;
import chat.beseda.security.Passwords;
import chat.beseda.sites.Department;
import chat.beseda.sites.DepartmentDraft;
import chat.beseda.sites.SiteDraft;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.RecordingBus;
import chat.beseda.testing.TestClock;
import chat.beseda.testing.TestDatabase;
import chat.beseda.testing.TestEngine;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link ReadyAnswers} promise on every engine. */
abstract class AnswersContract {
    private static final Actor ACTOR = new Actor(5L, "198.51.100.1");
    private static final Shelf COMMON = Shelf.common();

    private final TestClock clock = new TestClock();
    private final RecordingBus bus = new RecordingBus();
    private final TestDatabase opened;
    private final People people;
    private final ReadyAnswers answers;
    private final OperatorId anna;
    private final Shelf annas;
    private final Department sales;

    AnswersContract(TestEngine engine) {
        opened = engine.open();
        var ids = new IdSource(clock);
        people = People.of(opened.database(), bus, ids, clock, new Passwords(64), Path.of("no-photos"));
        var site = SiteDraft.standard("Shop", List.of("https://shop.example"), "Europe/Moscow", "auto");
        var wanted = new FirstSetUp.Wanted("Anna", "anna@example.org", "seven green kettles", "ru", "R", site);
        anna = people.firstSetUp().make(ACTOR, wanted).administrator().id();
        annas = Shelf.of(anna);
        sales = people.departments().create(ACTOR, new DepartmentDraft("Sales", List.of()));
        answers = new ReadyAnswers(opened.database(), bus, ids, people.audit(), people.departments(), clock);
    }

    @AfterEach
    void close() {
        opened.close();
    }

    private static AnswerDraft draft(String folder, String title, String text) {
        return new AnswerDraft(folder, title, text, null, null);
    }

    @Test
    void aFormattedAnswerIsKeptWithItsTextBesideAndItsVariablesAreWhole() {
        var bold = List.<TextMark>of(new TextMark.Bold());
        var greeting = paragraph(new TextRun("{visitor.name|Hi}", bold), new TextRun("!", List.of()));
        ReadyAnswer made = answers.create(ACTOR, COMMON, formatted("Greeting", greeting));

        assertThat(made.text()).isEqualTo("{visitor.name|Hi}!");
        assertThat(answers.of(COMMON)).containsExactly(made);
        assertThat(answers.of(COMMON).getFirst().document()).isEqualTo(greeting);

        assertThatThrownBy(() -> answers.create(
                        ACTOR,
                        COMMON,
                        formatted("Torn", paragraph(new TextRun("{visitor", bold), new TextRun(".name}", List.of())))))
                .asInstanceOf(type(InvalidFields.class))
                .satisfies(wrong -> assertThat(wrong.faults())
                        .anySatisfy(fault -> assertThat(fault.code()).isEqualTo("variable_open")));
        var evil = paragraph(new TextRun("here", List.of(new TextMark.Link("javascript:alert(1)"))));
        assertThatThrownBy(() -> answers.create(ACTOR, COMMON, formatted("Evil", evil)))
                .asInstanceOf(type(InvalidFields.class))
                .satisfies(wrong -> assertThat(wrong.faults())
                        .anySatisfy(fault -> assertThat(fault.code()).isEqualTo("document")));

        ReadyAnswer plain = answers.change(
                ACTOR, COMMON, made.id(), formatted("Greeting", paragraph(new TextRun("Hello", List.of()))));
        assertThat(plain.text()).isEqualTo("Hello");
        assertThat(plain.document()).as("nothing in it is formatted").isNull();
    }

    @Test
    void aFileBringsTextAloneAndLeavesTheFormattingOfWhatItDoesNotChange() {
        var words = paragraph(new TextRun("Thanks", List.of(new TextMark.Bold())));
        ReadyAnswer kept = answers.create(ACTOR, COMMON, formatted("Thanks", words));
        ReadyAnswer other = answers.create(ACTOR, COMMON, formatted("Bye", words));
        String file = answers.file(COMMON, ',');
        assertThat(file).contains("Thanks");

        answers.bringIn(ACTOR, COMMON, file.replace("Bye,Thanks", "Bye,See you").getBytes(UTF_8));

        assertThat(answers.of(COMMON))
                .extracting(ReadyAnswer::id, ReadyAnswer::text, ReadyAnswer::document)
                .containsExactlyInAnyOrder(tuple(kept.id(), "Thanks", words), tuple(other.id(), "See you", null));
    }

    private static TextDocument paragraph(TextRun... runs) {
        return new TextDocument(List.of(new TextBlock.Paragraph(List.of(runs))));
    }

    private static AnswerDraft formatted(String title, TextDocument document) {
        return new AnswerDraft("", title, "", document, null, null, null);
    }

    @Test
    void commonOnesAndOnesOwnStandOnShelvesOfTheirOwn() {
        var full = new AnswerDraft("Delivery", "When", "Tomorrow,\r\n{visitor.name | friend}", "en", sales.id());
        ReadyAnswer common = answers.create(ACTOR, COMMON, full);
        ReadyAnswer own = answers.create(ACTOR, annas, draft("", "When", "Soon"));
        assertThat(answers.of(COMMON)).containsExactly(common);
        assertThat(answers.of(annas)).containsExactly(own);
        assertThat(answers.of(Shelf.of(new OperatorId(9)))).isEmpty();
        assertThat(common.text()).isEqualTo("Tomorrow,\n{visitor.name | friend}");
        assertThat(common.department()).isEqualTo(sales.id());
        assertThat(bus.news(AnswersChanged.class))
                .containsExactly(new AnswersChanged(COMMON), new AnswersChanged(annas));
    }

    @Test
    void oneIsChangedAndRemovedOnItsShelfOnlyAndKeepsItsCount() {
        ReadyAnswer answer = answers.create(ACTOR, COMMON, draft("", "When", "Soon"));
        answers.used(answer.id(), anna);
        answers.change(ACTOR, COMMON, answer.id(), draft("Delivery", "When?", "Tomorrow"));
        assertThat(answers.of(COMMON))
                .extracting(ReadyAnswer::folder, ReadyAnswer::title, ReadyAnswer::text, ReadyAnswer::used)
                .containsExactly(tuple("Delivery", "When?", "Tomorrow", 1L));
        assertThatThrownBy(() -> answers.change(ACTOR, annas, answer.id(), draft("", "Mine", "Now")))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> answers.remove(ACTOR, annas, answer.id())).isInstanceOf(Unknown.class);
        answers.remove(ACTOR, COMMON, answer.id());
        assertThat(answers.of(COMMON)).isEmpty();
        assertThat(people.audit().before(Long.MAX_VALUE, 3))
                .extracting(entry -> entry.act())
                .containsExactly("answer.removed", "answer.changed", "answer.created");
    }

    @Test
    void usesAreCountedForWhoMayUseIt() {
        ReadyAnswer common = answers.create(ACTOR, COMMON, draft("", "When", "Soon"));
        ReadyAnswer own = answers.create(ACTOR, annas, draft("", "When", "Soon"));
        answers.used(common.id(), anna);
        answers.used(common.id(), new OperatorId(9));
        answers.used(own.id(), anna);
        assertThatThrownBy(() -> answers.used(own.id(), new OperatorId(9))).isInstanceOf(Unknown.class);
        assertThat(answers.of(COMMON).getFirst().used()).isEqualTo(2);
        assertThat(answers.of(annas).getFirst().used()).isEqualTo(1);
        assertThat(answers.of(annas).getFirst().usedAt()).isEqualTo(clock.millis());
    }

    @Test
    void aVariableThatNobodyKnowsIsRefusedWithThoseThatAreKnown() {
        var draft =
                new AnswerDraft("", "", "Hi {visitor.nmae|you}, {  city|there} {\"a\": 1} {operator.name", "de", null);
        assertThatThrownBy(() -> answers.create(ACTOR, COMMON, draft))
                .asInstanceOf(type(InvalidFields.class))
                .extracting(invalid -> invalid.faults().stream()
                        .map(fault -> fault.field() + " " + fault.code() + " " + fault.value())
                        .toList())
                .isEqualTo(List.of(
                        "title required null",
                        "text variable visitor.nmae",
                        "text variable_open operator.name",
                        "language not_one_of de"));
    }

    @Test
    void twoOfAShelfDontLookTheSame() {
        answers.create(ACTOR, COMMON, draft("", "When", "Soon"));
        ReadyAnswer other = answers.create(ACTOR, COMMON, new AnswerDraft("", "When", "Скоро", "ru", null));
        assertThatThrownBy(() -> answers.create(ACTOR, COMMON, draft("", "When", "Later")))
                .isInstanceOf(InvalidFields.class);
        assertThatThrownBy(() -> answers.change(ACTOR, COMMON, other.id(), draft("", "When", "Later")))
                .isInstanceOf(InvalidFields.class);
        answers.create(ACTOR, annas, draft("", "When", "Later"));
    }

    @Test
    void anAnswerOutlivesItsDepartment() {
        answers.create(ACTOR, COMMON, new AnswerDraft("", "When", "Soon", null, sales.id()));
        people.departments().remove(ACTOR, sales.id());
        assertThat(answers.of(COMMON).getFirst().department()).isNull();
    }

    @Test
    void whatAFileHoldsComesBackFromIt() {
        answers.create(ACTOR, COMMON, new AnswerDraft("A; b", "=1+1", "Two\nlines, \"quoted\"", "en", sales.id()));
        answers.create(ACTOR, COMMON, draft("", "'=", "-5 %"));
        String file = answers.file(COMMON, ';');
        assertThat(file)
                .startsWith("\uFEFFfolder;title;text;language;department\r\n")
                .contains("'=1+1;")
                .contains(";''=;'-5 %;");
        assertThat(answers.bringIn(ACTOR, COMMON, file.getBytes(UTF_8))).isEqualTo(new ReadyAnswers.Imported(0, 0, 2));
        answers.bringIn(ACTOR, annas, answers.file(COMMON, ',').getBytes(UTF_8));
        assertThat(answers.of(annas).stream().map(ReadyAnswer::label).toList())
                .isEqualTo(answers.of(COMMON).stream().map(ReadyAnswer::label).toList());
    }

    @Test
    void aFileAddsWhatIsNewAndChangesWhatIsThere() {
        answers.create(ACTOR, COMMON, draft("Delivery", "When", "Soon"));
        var file = "Title,folder,TEXT\nWhen,Delivery,Tomorrow\nWhere,Delivery,Here\n,,\n";
        assertThat(answers.bringIn(ACTOR, COMMON, file.getBytes(UTF_8))).isEqualTo(new ReadyAnswers.Imported(1, 1, 0));
        assertThat(answers.of(COMMON)).extracting(ReadyAnswer::text).containsExactly("Tomorrow", "Here");
    }

    @Test
    void nothingOfAFileComesInWhenALineIsBad() {
        var file = """
                title,text,language,department
                Good,Yes,en,Sales
                "Two
                lines",Yes,,
                ,Yes,de,
                Good,{name},en,Sails
                Short,Yes
                Good,Again,en,Sales
                """;
        assertThatThrownBy(() -> answers.bringIn(ACTOR, COMMON, file.getBytes(UTF_8)))
                .asInstanceOf(type(InvalidFields.class))
                .extracting(invalid -> invalid.faults().stream()
                        .map(fault -> fault.field() + " " + fault.code())
                        .toList())
                .isEqualTo(List.of(
                        "3.title unprintable",
                        "5.title required",
                        "5.language not_one_of",
                        "6.department not_one_of",
                        "6.text variable",
                        "7.cells csv_cells",
                        "8.title taken"));
        assertThat(answers.of(COMMON)).isEmpty();
    }

    @Test
    void whatIsNoTableIsRefused() {
        for (byte[] file : List.of(
                new byte[0],
                "заголовок".getBytes(Charset.forName("windows-1251")),
                "title\nA".getBytes(UTF_8),
                "title,text,colour\nA,B,C".getBytes(UTF_8),
                "title,text\n\"A,B".getBytes(UTF_8))) {
            assertThatThrownBy(() -> answers.bringIn(ACTOR, COMMON, file))
                    .asInstanceOf(type(InvalidFields.class))
                    .extracting(invalid -> invalid.faults().getFirst().field())
                    .isEqualTo("file");
        }
    }

    @Test
    void aShelfHasAnEnd() {
        String rows = IntStream.rangeClosed(1, ReadyAnswers.MOST_OWN)
                .mapToObj(number -> "A%d,Text %d".formatted(number, number))
                .collect(Collectors.joining("\n", "title,text\n", "\n"));
        answers.bringIn(ACTOR, annas, rows.getBytes(UTF_8));
        assertThat(answers.of(annas)).hasSize(ReadyAnswers.MOST_OWN);
        assertThatThrownBy(() -> answers.create(ACTOR, annas, draft("", "One more", "No")))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> answers.bringIn(ACTOR, annas, "title,text\nOne more,No".getBytes(UTF_8)))
                .isInstanceOf(Conflict.class);
    }
}
