package chat.beseda.supervision;

import chat.beseda.archive.Archive;
import chat.beseda.audit.Audit;
import chat.beseda.conversations.Conversations;
import chat.beseda.geo.PlaceNames;
import chat.beseda.mail.Mail;
import chat.beseda.operators.Operators;
import chat.beseda.reports.Reports;
import chat.beseda.schedules.Schedules;
import chat.beseda.settings.InstallationSettings;
import chat.beseda.shifts.Shifts;
import chat.beseda.sites.Departments;
import chat.beseda.sites.Sites;
import chat.beseda.tags.Tags;
import chat.beseda.visitors.Visitors;
import chat.beseda.worktime.Worktime;
import java.time.Clock;

/** What the supervisors' door needs of the house. */
public record SupervisionHouse(
        Archive archive,
        Worktime worktime,
        Reports reports,
        Schedules schedules,
        Mail mail,
        Conversations conversations,
        Visitors visitors,
        Sites sites,
        Departments departments,
        Operators operators,
        Shifts shifts,
        Tags tags,
        InstallationSettings settings,
        PlaceNames places,
        Audit audit,
        Clock clock) {}
