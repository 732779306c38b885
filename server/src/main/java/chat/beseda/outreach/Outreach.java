package chat.beseda.outreach;

import chat.beseda.audit.Audit;
import chat.beseda.showing.Geography;
import chat.beseda.showing.Places;

/** Everything of this package that doors lead to. */
public record Outreach(OutreachRules rules, Inviter inviter, Places places) {

    public static Outreach of(OutreachHouse house, Audit audit) {
        var rules = new OutreachRules(house.database(), house.ids(), audit, Geography.load(), house.bus()::publish);
        return new Outreach(rules, new Inviter(house, rules), house.places());
    }
}
