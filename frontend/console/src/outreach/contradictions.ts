import type { Condition, InvitationRule, PlacePattern, Showing } from "../rest/types";
import { covers, entails, isAmong, neverTogether } from "./relations";

/** Why a rule will not do what it looks like doing. `by` is the place of the rule that is in its way. */
export type Trouble =
  /** Two conditions, all of which are asked, never hold together. */
  | { readonly kind: "impossible"; readonly one: Condition; readonly other: Condition }
  /** Whenever it could speak, a rule above it speaks; `same`: that asks for the very same. */
  | { readonly kind: "same" | "shadowed"; readonly by: number }
  /** Another rule comes first, and this one allows a single invitation in a visit. */
  | { readonly kind: "outrun"; readonly by: number }
  /** The limit of a day is below that of a visit. */
  | { readonly kind: "perDay" };

/** What stands against a rule among the others of its site. Says nothing where it is not certain. */
export function troubleOf(rules: readonly InvitationRule[], at: number): Trouble | null {
  const rule = rules[at];
  if (rule === undefined || !rule.enabled) return null;
  const pair = rule.all ? contradiction(rule.conditions) : null;
  if (pair !== null) return { kind: "impossible", ...pair };
  for (const [by, above] of rules.slice(0, at).entries()) {
    if (!speaks(above) || !implies(rule, above) || !isLooser(above, rule)) continue;
    return { kind: implies(above, rule) ? "same" : "shadowed", by };
  }
  const by = rules.findIndex(
    (other, place) =>
      place !== at &&
      speaks(other) &&
      rule.perVisit === 1 &&
      implies(rule, other) &&
      isLooser(other, rule) &&
      secondsOf(other) < secondsOf(rule),
  );
  if (by >= 0) return { kind: "outrun", by };
  return rule.perDay < rule.perVisit ? { kind: "perDay" } : null;
}

/** Pages and places that are asked for and excluded at once: the exclusion holds. */
export function excludedOf({ pages, notPages, places, notPlaces }: Showing): {
  pages: string[];
  places: PlacePattern[];
} {
  return {
    pages: pages.filter((page) => isAmong(page, notPages)),
    places: places.filter((place) => notPlaces.some((not) => covers(not, place))),
  };
}

function speaks(rule: InvitationRule): boolean {
  return rule.enabled && (!rule.all || contradiction(rule.conditions) === null);
}

function isLooser(one: InvitationRule, other: InvitationRule): boolean {
  return (
    one.perVisit >= other.perVisit &&
    one.perDay >= other.perDay &&
    one.afterRefusal <= other.afterRefusal &&
    one.afterConversation <= other.afterConversation
  );
}

/** How long a visitor has to be there before it may speak. */
function secondsOf({ conditions }: InvitationRule): number {
  return Math.max(0, ...conditions.map((condition) => ("seconds" in condition ? condition.seconds : 0)));
}

/** Whenever `rule` holds, `other` does. */
function implies(rule: InvitationRule, other: InvitationRule): boolean {
  if (other.conditions.length === 0) return true;
  const ways = rule.all || rule.conditions.length === 0 ? [rule.conditions] : rule.conditions.map((each) => [each]);
  return ways.every((way) => {
    const follows = (wanted: Condition) => way.some((given) => entails(given, wanted));
    return other.all ? other.conditions.every(follows) : other.conditions.some(follows);
  });
}

function contradiction(conditions: readonly Condition[]): { one: Condition; other: Condition } | null {
  for (const [at, one] of conditions.entries()) {
    const other = conditions.slice(at + 1).find((each) => neverTogether(one, each));
    if (other !== undefined) return { one, other };
  }
  return null;
}
