/** Who the visitor is to the company, as its site says and, where signed, proves. */
export interface Client {
  id: string;
  company: string | null;
  fields: { name: string; value: string }[];
  proof: "CLAIMED" | "ID_SIGNED" | "SIGNED";
}

/** What a visitor is asked before a conversation begins; `label` and `options` are the company's own words. */
export interface AskedField {
  kind: "name" | "email" | "phone" | "text" | "choice";
  label: string;
  required: boolean;
  options: string[];
}

export interface Questionnaire {
  fields: AskedField[];
}

/** A page that is a goal: an address with stars, and what it is worth in whatever the site counts. */
export interface GoalPage {
  page: string;
  name: string;
  value: number | null;
}

export interface GoalPages {
  goals: GoalPage[];
}

/** A link to the client's card in another system; it leads nowhere while something it needs is unknown. */
export interface FilledLink {
  title: string;
  url: string | null;
  missing: string[];
}

export interface ClientLink {
  title: string;
  template: string;
}

/** How a site introduces its clients, and where their cards are. */
export interface ClientSettings {
  secret: string;
  signedOnly: boolean;
  links: ClientLink[];
}
