package chat.beseda.people;

import chat.beseda.audit.Audit;
import chat.beseda.cluster.Bus;
import chat.beseda.operators.OperatorPresence;
import chat.beseda.operators.OperatorSessions;
import chat.beseda.operators.Operators;
import chat.beseda.photos.Photos;
import chat.beseda.security.LoginThrottle;
import chat.beseda.security.Passwords;
import chat.beseda.security.RandomTokens;
import chat.beseda.security.Tickets;
import chat.beseda.settings.InstallationSettings;
import chat.beseda.shifts.Idleness;
import chat.beseda.shifts.Shifts;
import chat.beseda.sites.Departments;
import chat.beseda.sites.Sites;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import java.nio.file.Path;
import java.time.InstantSource;

/** Everything about sites and operators, put together in the one order that works. */
public record People(
        Audit audit,
        InstallationSettings settings,
        Sites sites,
        Departments departments,
        OperatorSessions sessions,
        Operators operators,
        OperatorPresence presence,
        Shifts shifts,
        Idleness idleness,
        Credentials credentials,
        SecondFactors secondFactors,
        Invitations invitations,
        FirstSetUp firstSetUp,
        SetUpCode setUpCode,
        Photos photos,
        Tickets tickets) {

    /**
     * Reads what is stored and puts the parts together.
     *
     * @param passwords as costly as the installation wants them
     * @param photos the folder of the operators' pictures
     */
    public static People of(
            Database database, Bus bus, IdSource ids, InstantSource clock, Passwords passwords, Path photos) {
        var tokens = new RandomTokens();
        var audit = new Audit(database, ids, clock);
        var settings = new InstallationSettings(database, audit, bus::publish);
        var sites = new Sites(database, ids, audit, bus::publish);
        var departments = new Departments(database, ids, sites, audit, bus::publish);
        var sessions = new OperatorSessions(database, bus, clock, tokens, settings);
        var operators = new Operators(database, bus, clock, audit, sessions, sites, departments);
        var presence = new OperatorPresence(operators, bus, clock);
        var throttle = new LoginThrottle(clock);
        var secondFactors = new SecondFactors(database, clock, tokens, operators, throttle, audit);
        return new People(
                audit,
                settings,
                sites,
                departments,
                sessions,
                operators,
                presence,
                new Shifts(database, operators, presence, bus, clock),
                new Idleness(operators, sessions, presence, settings, clock),
                new Credentials(database, operators, sessions, passwords, secondFactors, throttle, audit),
                secondFactors,
                new Invitations(
                        database, ids, clock, tokens, passwords, settings, operators, sites, departments, audit),
                new FirstSetUp(database, ids, clock, passwords, operators, sites, settings, audit),
                new SetUpCode(tokens, throttle),
                new Photos(photos),
                new Tickets(tokens, clock));
    }
}
