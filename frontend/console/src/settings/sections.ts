import type { Role } from "@beseda/protocol";
import {
  Ban,
  Building2,
  CalendarClock,
  ClipboardList,
  Eye,
  FlaskConical,
  Globe,
  Group,
  Hand,
  IdCard,
  Inbox,
  Languages,
  type LucideIcon,
  Mail,
  MessageSquareText,
  Split,
  Tags,
  Target,
  UserRound,
  UserRoundSearch,
  UsersRound,
} from "lucide-react";
import type { PlainKey } from "../i18n/keys";

export type SectionId =
  | "me"
  | "answers"
  | "company"
  | "mail"
  | "translation"
  | "sites"
  | "invitations"
  | "showing"
  | "departments"
  | "hours"
  | "requests"
  | "routing"
  | "people"
  | "visitors"
  | "questionnaire"
  | "goals"
  | "clients"
  | "tags"
  | "bans"
  | "demo";

export interface Section {
  readonly id: SectionId;
  readonly label: PlainKey;
  /** Words people look for it by. */
  readonly words: PlainKey;
  readonly icon: LucideIcon;
  readonly roles: readonly Role[];
}

const everybody: readonly Role[] = ["operator", "supervisor", "administrator"];

export const sections: readonly Section[] = [
  { id: "me", label: "settings.me", words: "settings.meWords", icon: UserRound, roles: everybody },
  {
    id: "answers",
    label: "settings.answers",
    words: "settings.answersWords",
    icon: MessageSquareText,
    roles: everybody,
  },
  {
    id: "people",
    label: "settings.people",
    words: "settings.peopleWords",
    icon: UsersRound,
    roles: ["supervisor", "administrator"],
  },
  {
    id: "departments",
    label: "settings.departments",
    words: "settings.departmentsWords",
    icon: Group,
    roles: ["administrator"],
  },
  {
    id: "hours",
    label: "settings.hours",
    words: "settings.hoursWords",
    icon: CalendarClock,
    roles: ["administrator"],
  },
  {
    id: "requests",
    label: "settings.requests",
    words: "settings.requestsWords",
    icon: Inbox,
    roles: ["administrator"],
  },
  {
    id: "routing",
    label: "settings.routing",
    words: "settings.routingWords",
    icon: Split,
    roles: ["administrator"],
  },
  { id: "sites", label: "settings.sites", words: "settings.sitesWords", icon: Globe, roles: ["administrator"] },
  {
    id: "invitations",
    label: "settings.invitations",
    words: "settings.invitationsWords",
    icon: Hand,
    roles: ["administrator"],
  },
  { id: "showing", label: "settings.showing", words: "settings.showingWords", icon: Eye, roles: ["administrator"] },
  {
    id: "visitors",
    label: "settings.visitors",
    words: "settings.visitorsWords",
    icon: UserRoundSearch,
    roles: ["administrator"],
  },
  {
    id: "questionnaire",
    label: "settings.questionnaire",
    words: "settings.questionnaireWords",
    icon: ClipboardList,
    roles: ["administrator"],
  },
  { id: "goals", label: "settings.goals", words: "settings.goalsWords", icon: Target, roles: ["administrator"] },
  {
    id: "clients",
    label: "settings.clients",
    words: "settings.clientsWords",
    icon: IdCard,
    roles: ["administrator"],
  },
  { id: "tags", label: "settings.tags", words: "settings.tagsWords", icon: Tags, roles: ["administrator"] },
  { id: "bans", label: "settings.bans", words: "settings.bansWords", icon: Ban, roles: everybody },
  {
    id: "company",
    label: "settings.company",
    words: "settings.companyWords",
    icon: Building2,
    roles: ["administrator"],
  },
  { id: "mail", label: "settings.mail", words: "settings.mailWords", icon: Mail, roles: ["administrator"] },
  {
    id: "translation",
    label: "settings.translation",
    words: "settings.translationWords",
    icon: Languages,
    roles: ["administrator"],
  },
  { id: "demo", label: "settings.demo", words: "settings.demoWords", icon: FlaskConical, roles: ["administrator"] },
];

/** Those a role may see and whose name or words contain what was typed. */
export function findSections(role: Role, query: string, text: (key: PlainKey) => string): Section[] {
  const wanted = query.trim().toLocaleLowerCase();
  return sections.filter(
    ({ roles, label, words }) =>
      roles.includes(role) && `${text(label)} ${text(words)}`.toLocaleLowerCase().includes(wanted),
  );
}
