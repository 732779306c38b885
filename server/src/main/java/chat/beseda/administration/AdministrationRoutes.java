package chat.beseda.administration;

import chat.beseda.people.People;
import chat.beseda.rest.Route;
import chat.beseda.web.OwnOrigin;
import chat.beseda.web.SessionCookie;
import java.util.List;
import java.util.stream.Stream;

/** Who comes in, and everything that is set: people, sites, departments, routing, invitations, ready answers, articles,
 * tags, the installation. */
public final class AdministrationRoutes {
    private AdministrationRoutes() {}

    /** All of them; the version of the program is for the console to show. */
    public static List<Route> of(AdministrationHouse house, OwnOrigin ownOrigin, String version) {
        People people = house.people();
        var session = new SessionRoutes(people, house.translations(), new SessionCookie(ownOrigin), version);
        return Stream.of(
                        new SetupRoutes(people, session, ownOrigin).all(),
                        session.all(),
                        new MeRoutes(people).all(),
                        new SiteRoutes(people.sites(), ownOrigin, house.conversations()).all(),
                        new OutreachRoutes(people.sites(), house.outreach(), house.clock()).all(),
                        new DepartmentRoutes(people.departments(), people.operators()).all(),
                        new OperatorRoutes(people).all(),
                        new InvitationRoutes(people, session, ownOrigin).all(),
                        new ReceptionRoutes(house.routing().receptions(), people.sites()).all(),
                        new RoutingRoutes(house.routing().settings(), people.sites(), people.departments()).all(),
                        new AnswerRoutes(house.answers()).all(),
                        new ArticleRoutes(house.knowledge(), people.sites(), ownOrigin).all(),
                        new TagRoutes(house.tags()).all(),
                        new HoursRoutes(house.timetables(), people.sites(), people.departments(), house.clock()).all(),
                        new SettingsRoutes(people.settings(), ownOrigin).all(),
                        new CustomsRoutes(people.sites(), house.customs(), house.atlas()).all(),
                        new GoalRoutes(people.sites(), house.goalPages()).all(),
                        new ClientRoutes(people.sites(), house.clients()).all(),
                        new QuestionnaireRoutes(people.sites(), house.clients().questionnaires()).all())
                .flatMap(List::stream)
                .toList();
    }
}
