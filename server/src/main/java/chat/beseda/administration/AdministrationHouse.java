package chat.beseda.administration;

import chat.beseda.answers.ReadyAnswers;
import chat.beseda.clients.Clients;
import chat.beseda.conversations.Conversations;
import chat.beseda.geo.Atlas;
import chat.beseda.hours.Timetables;
import chat.beseda.knowledge.Knowledge;
import chat.beseda.outreach.Outreach;
import chat.beseda.people.People;
import chat.beseda.routing.Routing;
import chat.beseda.tags.Tags;
import chat.beseda.translation.Translations;
import chat.beseda.visitors.SiteCustoms;
import chat.beseda.visits.GoalPages;
import java.time.InstantSource;

/** The parts of the house that are set up by HTTP. */
public record AdministrationHouse(
        People people,
        Conversations conversations,
        Routing routing,
        Outreach outreach,
        SiteCustoms customs,
        ReadyAnswers answers,
        Knowledge knowledge,
        Clients clients,
        Tags tags,
        Timetables timetables,
        Translations translations,
        GoalPages goalPages,
        Atlas atlas,
        InstantSource clock) {}
