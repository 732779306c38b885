package chat.beseda;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Holds the house to {@link AllowedArrows} and a few bans, and draws the picture in ARCHITECTURE.md. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {

    private static final String ROOT = "chat.beseda.";
    private static final Path DOCUMENT = Path.of("..", "ARCHITECTURE.md");

    private final AllowedArrows allowed = new AllowedArrows();
    private JavaClasses code;

    @BeforeAll
    void readTheCode() {
        code = new ClassFileImporter().importPath(Path.of("target", "classes", "chat"));
    }

    @Test
    void arrowsRunOnlyWhereTheTableAllowsThem() {
        classes().should(followTheTable()).check(code);
    }

    @Test
    void noDoorUsesAnotherDoor() {
        Map<String, Set<String>> arrows = arrowsInTheCode();
        Set<String> doors = allowed.band("doors");
        assertThat(doors).contains("widget", "console", "administration");
        for (String door : doors) {
            assertThat(arrows.getOrDefault(door, Set.of()))
                    .as("what %s uses; what two doors share belongs into a package below both", door)
                    .doesNotContainAnyElementsOf(doors);
            assertThat(doors).noneMatch(other -> allowed.allow(door, other));
        }
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(code);
    }

    @Test
    void packagesAreFlatExceptForChannelsThatDoNotSeeEachOther() {
        classes()
                .that()
                .resideOutsideOfPackage(ROOT + "channels..")
                .should()
                .resideInAPackage("chat.beseda.*")
                .check(code);
        slices().matching(ROOT + "channels.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(code);
    }

    @Test
    void aRoomHoldsNoMoreThanOneCanOverlook() {
        Map<String, Long> files = code.stream()
                .filter(type -> type.getEnclosingClass().isEmpty())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        assertThat(files)
                .as("wanting more means two concerns: a new package")
                .allSatisfy((room, count) -> assertThat(count).as(room).isBetween(1L, 25L));
    }

    @Test
    void timeAndChanceAreHandedIn() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "time..", ROOT + "app..")
                .should()
                .accessTargetWhere(asksTheMachineForTimeOrChance())
                .because(
                        "a test must be able to say what time it is and what falls by chance: take a java.time.Clock, an "
                                + "InstantSource, a LongSupplier, Timers or a RandomGenerator. Secrets are made by SecureRandom")
                .check(code);
    }

    @Test
    void sqlStaysInStorageAndSqlClasses() {
        noClasses()
                .that(describe("are neither in storage nor named Sql…", type -> !mayUseSql(type)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.sql..", "javax.sql..", "org.jdbi..", "org.sqlite..", "org.postgresql..", "com.zaxxer.."))
                .check(code);
    }

    @Test
    void httpStaysAtTheDoors() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + "web..",
                        ROOT + "widget..",
                        ROOT + "help..",
                        ROOT + "threads..",
                        ROOT + "requestpages..",
                        ROOT + "pages..",
                        ROOT + "console..",
                        ROOT + "administration..",
                        ROOT + "services..",
                        ROOT + "inbox..",
                        ROOT + "supervision..",
                        ROOT + "rest..",
                        ROOT + "guests..",
                        ROOT + "lines..",
                        ROOT + "channels..",
                        ROOT + "app..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet.."))
                .check(code);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Impl)(\\$.*)?")
                .because("such a name says nothing; see docs/vocabulary.md for words that do")
                .check(code);
    }

    @Test
    void theDocumentShowsThePackagesAsTheyAre() throws IOException {
        String document = Files.readString(DOCUMENT);
        String drawn = new ArchitecturePicture(allowed.bands(), arrowsInTheCode()).putInto(document);
        if (Boolean.getBoolean("beseda.draw")) {
            Files.writeString(DOCUMENT, drawn);
        } else {
            assertThat(document)
                    .as("The picture in ARCHITECTURE.md is older than the code: ./beseda fmt draws it anew")
                    .isEqualTo(drawn);
        }
    }

    private ArchCondition<JavaClass> followTheTable() {
        return new ArchCondition<>("use only the packages that AllowedArrows lists for theirs") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String from = packageOf(type);
                if (!allowed.knows(from)) {
                    events.add(violated(type, "package " + from + " has no line in AllowedArrows: " + type.getName()));
                }
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String to = packageOf(dependency.getTargetClass());
                    if (!to.isEmpty() && !to.equals(from) && !allowed.allow(from, to)) {
                        events.add(violated(type, from + " may not use " + to + ": " + dependency.getDescription()));
                    }
                }
            }
        };
    }

    private Map<String, Set<String>> arrowsInTheCode() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (JavaClass type : code) {
            Set<String> targets = arrows.computeIfAbsent(packageOf(type), from -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> packageOf(dependency.getTargetClass()))
                    .filter(to -> !to.isEmpty() && !to.equals(packageOf(type)))
                    .forEach(targets::add);
        }
        return arrows;
    }

    /** The folder under ours a class lives in, or an empty string for a class that is not ours. */
    private static String packageOf(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName() + ".";
        return name.startsWith(ROOT) && name.length() > ROOT.length()
                ? name.substring(ROOT.length(), name.indexOf('.', ROOT.length()))
                : "";
    }

    private static boolean mayUseSql(JavaClass type) {
        String name = type.getName();
        return packageOf(type).equals("storage")
                || name.substring(name.lastIndexOf('.') + 1).startsWith("Sql");
    }

    /** Calls and method references. */
    private static DescribedPredicate<JavaAccess<?>> asksTheMachineForTimeOrChance() {
        return describe("ask the machine for the time or for chance", access -> {
            String owner = access.getTargetOwner().getName();
            boolean withoutArgument = access.getTarget() instanceof CodeUnitAccessTarget target
                    && target.getRawParameterTypes().isEmpty();
            return switch (access.getName()) {
                case "now" -> owner.startsWith("java.time.") && withoutArgument;
                case "currentTimeMillis", "nanoTime" -> owner.equals(System.class.getName());
                case "sleep" -> owner.equals(Thread.class.getName()) || owner.equals(TimeUnit.class.getName());
                case "parkNanos", "parkUntil" -> owner.equals(LockSupport.class.getName());
                case "random" -> owner.equals(Math.class.getName());
                case "current" -> owner.equals(ThreadLocalRandom.class.getName());
                case "of", "getDefault" -> owner.equals(RandomGenerator.class.getName());
                case "<init>" ->
                    owner.equals(Random.class.getName())
                            || (owner.equals(SplittableRandom.class.getName()) && withoutArgument);
                default -> owner.equals("java.time.Clock") && access.getName().startsWith("system");
            };
        });
    }

    @Test
    void theBanOnTimeAndChanceSeesEveryWayToAsk() {
        JavaClasses offender = new ClassFileImporter().importClasses(AsksTheMachine.class);
        long found = offender.get(AsksTheMachine.class).getAccessesFromSelf().stream()
                .filter(asksTheMachineForTimeOrChance())
                .count();
        assertThat(found).isEqualTo(AsksTheMachine.WAYS);
    }

    /** Everything that is forbidden, once. */
    @SuppressWarnings("unused") // read as byte code
    private static final class AsksTheMachine {
        static final int WAYS = 8;

        static List<Object> ask() throws InterruptedException {
            Thread.sleep(0);
            LongSupplier reference = System::nanoTime;
            return List.of(
                    reference,
                    System.nanoTime(),
                    System.currentTimeMillis(),
                    ThreadLocalRandom.current(),
                    new Random(),
                    Math.random(),
                    Instant.now());
        }
    }
}
