import type { Conversation } from "@beseda/protocol";
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import type { Article, ArticleRow, ArticleVersion, FoundArticle } from "./articles";
import type { ClientSettings, GoalPages, Questionnaire } from "./clients";
import type { SaidFiles } from "./files";
import { asProblem } from "./problem";
import { request } from "./request";
import type { TagView } from "./tags";
import type {
  Ban,
  ConversationPage,
  Department,
  EarlierWords,
  EventPage,
  Invitation,
  InvitationRules,
  OpenInvitation,
  Operator,
  OwnSession,
  Places,
  RatingView,
  ReadyAnswers,
  Reception,
  Routing,
  SameVisitor,
  SecondFactorStatus,
  Session,
  Settings,
  Showing,
  Site,
  Visitor,
  VisitorSettings,
} from "./types";

/** A refused sign-in says nothing about the session there may be. */
const signInRefusals = ["credentials_wrong", "code_wanted", "code_wrong"];

/**
 * Asks again only when asking again can help: the network or the server failed, not when it refused. Whoever learns that
 * the session is over lets the page find out, which then asks to sign in.
 */
export function createQueryClient(): QueryClient {
  const again = (count: number, error: Error) => {
    const { status } = asProblem(error);
    return (status === 0 || status >= 500) && count < 2;
  };
  const lookAtSession = (error: Error) => {
    const { status, code } = asProblem(error);
    if (status !== 401 || signInRefusals.includes(code)) return;
    void client.invalidateQueries({ queryKey: queries.session.queryKey });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, { queryKey }) => {
        if (queryKey[0] !== queries.session.queryKey[0]) lookAtSession(error);
      },
    }),
    mutationCache: new MutationCache({ onError: lookAtSession }),
    defaultOptions: {
      queries: { retry: again, staleTime: 30_000, networkMode: "always" },
      mutations: { retry: false, networkMode: "always" },
    },
  });
  return client;
}

type Options = { signal: AbortSignal };
const get =
  <T>(path: string) =>
  ({ signal }: Options) =>
    request<T>("GET", path, undefined, signal);

/** What can be read, each with the key under which it is kept. */
export const queries = {
  setup: { queryKey: ["setup"], queryFn: get<{ needed: boolean }>("/api/setup") },
  session: { queryKey: ["session"], queryFn: get<Session>("/api/session"), staleTime: Number.POSITIVE_INFINITY },
  sessions: { queryKey: ["sessions"], queryFn: get<OwnSession[]>("/api/sessions") },
  secondFactor: { queryKey: ["second-factor"], queryFn: get<SecondFactorStatus>("/api/me/second-factor") },
  sites: { queryKey: ["sites"], queryFn: get<Site[]>("/api/sites") },
  departments: { queryKey: ["departments"], queryFn: get<Department[]>("/api/departments") },
  operators: { queryKey: ["operators"], queryFn: get<Operator[]>("/api/operators") },
  invitations: { queryKey: ["invitations"], queryFn: get<Invitation[]>("/api/invitations") },
  places: { queryKey: ["places"], queryFn: get<Places>("/api/places") },
  bans: { queryKey: ["bans"], queryFn: get<Ban[]>("/api/bans") },
  /** Asked for anew when the line tells that it has changed. */
  answers: {
    queryKey: ["answers"],
    queryFn: get<ReadyAnswers>("/api/answers"),
    staleTime: Number.POSITIVE_INFINITY,
  },
  articles: { queryKey: ["articles"], queryFn: get<ArticleRow[]>("/api/articles") },
  article: (id: string) => ({
    queryKey: ["articles", id],
    queryFn: get<Article>(`/api/articles/${encodeURIComponent(id)}`),
  }),
  articleVersions: (id: string, language: string) => ({
    queryKey: ["articles", id, language],
    queryFn: get<ArticleVersion[]>(`/api/articles/${encodeURIComponent(id)}/${language}/versions`),
  }),
  foundArticles: (sought: Record<string, string>) => ({
    queryKey: ["knowledge", sought],
    queryFn: get<FoundArticle[]>(`/api/knowledge?${new URLSearchParams(sought)}`),
  }),
  /** The files of a visitor's conversations, a page at a time. */
  visitorFiles: (id: string) => ({
    queryKey: ["visitor files", id],
    queryFn: ({ pageParam, signal }: { pageParam: string; signal: AbortSignal }) =>
      request<SaidFiles>(
        "GET",
        `/api/visitors/${encodeURIComponent(id)}/files${pageParam === "" ? "" : `?before=${encodeURIComponent(pageParam)}`}`,
        undefined,
        signal,
      ),
    initialPageParam: "",
    getNextPageParam: ({ next }: SaidFiles) => next ?? undefined,
    staleTime: 0,
  }),
  settings: { queryKey: ["settings"], queryFn: get<Settings>("/api/settings") },
  invitationRules: (site: string) => ({
    queryKey: ["invitation rules", site],
    queryFn: get<InvitationRules>(`/api/sites/${encodeURIComponent(site)}/invitations`),
  }),
  visitorSettings: (site: string) => ({
    queryKey: ["visitor settings", site],
    queryFn: get<VisitorSettings>(`/api/sites/${encodeURIComponent(site)}/visitors`),
  }),
  goalPages: (site: string) => ({
    queryKey: ["goalPages", site],
    queryFn: get<GoalPages>(`/api/sites/${encodeURIComponent(site)}/goals`),
  }),
  questionnaire: (site: string) => ({
    queryKey: ["questionnaire", site],
    queryFn: get<Questionnaire>(`/api/sites/${encodeURIComponent(site)}/questionnaire`),
  }),
  clientSettings: (site: string) => ({
    queryKey: ["client settings", site],
    queryFn: get<ClientSettings>(`/api/sites/${encodeURIComponent(site)}/clients`),
  }),
  showing: (site: string) => ({
    queryKey: ["showing", site],
    queryFn: get<Showing>(`/api/sites/${encodeURIComponent(site)}/showing`),
  }),
  openInvitation: (token: string) => ({
    queryKey: ["invitation", token],
    queryFn: get<OpenInvitation>(`/api/invitations/${encodeURIComponent(token)}/open`),
  }),
  routing: (kind: "sites" | "departments", id: string) => ({
    queryKey: ["routing", kind, id],
    queryFn: get<Routing>(`/api/${kind}/${encodeURIComponent(id)}/routing`),
  }),
  reception: (site: string) => ({
    queryKey: ["reception", site],
    queryFn: get<Reception>(`/api/sites/${encodeURIComponent(site)}/reception`),
  }),
  conversation: (id: string) => ({
    queryKey: ["conversation", id],
    queryFn: get<Conversation>(`/api/conversations/${encodeURIComponent(id)}`),
  }),
  rating: (conversation: string) => ({
    queryKey: ["rating", conversation],
    queryFn: get<RatingView>(`/api/conversations/${encodeURIComponent(conversation)}/rating`),
  }),
  /** Blank text: who looks like the same person. `state`: what the answer depends on besides. */
  alike: (id: string, text: string, state: string) => ({
    queryKey: ["alike", id, text, state],
    queryFn: get<{ visitors: SameVisitor[] }>(
      `/api/visitors/${encodeURIComponent(id)}/alike?text=${encodeURIComponent(text)}`,
    ),
    staleTime: 60_000,
  }),
  tags: { queryKey: ["tags"], queryFn: get<TagView[]>("/api/tags") },
  /** Places of what is older than the two seqs, the oldest first; a note is `note-7`. */
  wordsInLog: (
    conversation: string,
    words: string,
    { before, beforeNote }: { before: number; beforeNote: number },
  ) => ({
    queryKey: ["wordsInLog", conversation, words, before, beforeNote],
    queryFn: get<{ places: string[] }>(
      `/api/conversations/${encodeURIComponent(conversation)}/search?${new URLSearchParams({
        words,
        before: `${before}`,
        beforeNote: `${beforeNote}`,
      })}`,
    ),
  }),
  colleagues: (conversation: string) => ({
    queryKey: ["colleagues", conversation],
    queryFn: get<{ operators: string[] }>(`/api/conversations/${encodeURIComponent(conversation)}/colleagues`),
  }),
  visitor: (id: string) => ({
    queryKey: ["visitor", id],
    queryFn: get<Visitor>(`/api/visitors/${encodeURIComponent(id)}`),
  }),
} as const;

/** `before` is the id of the oldest one known, or null for the newest page. */
export function readConversations(
  filter: { state: "closed"; visitor?: string },
  before: string | null,
  signal: AbortSignal,
): Promise<ConversationPage> {
  const search = new URLSearchParams({ ...filter, limit: "50" });
  if (before !== null) search.set("before", before);
  return request("GET", `/api/conversations?${search}`, undefined, signal);
}

export function readEvents(conversation: string, before: number | null, signal: AbortSignal): Promise<EventPage> {
  const search = new URLSearchParams({ stream: "public", limit: "100" });
  if (before !== null) search.set("before", String(before));
  return request("GET", `/api/conversations/${encodeURIComponent(conversation)}/events?${search}`, undefined, signal);
}

export function readEarlierWords(conversation: string, seq: number, signal: AbortSignal): Promise<EarlierWords> {
  const path = `/api/conversations/${encodeURIComponent(conversation)}/earlier?seq=${seq}`;
  return request("GET", path, undefined, signal);
}
