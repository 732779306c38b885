import { type MouseEvent, useSyncExternalStore } from "react";

/** Where in the console one is; every route has an address, so it survives a reload and can be sent to a colleague. */
export type Route =
  | { page: "conversations"; conversation: string | null }
  | { page: "operators" }
  | { page: "board" }
  | { page: "visitors"; visitor: string | null }
  | { page: "requests"; request: string | null }
  | { page: "knowledge"; article: string | null }
  | { page: "archive"; conversation: string | null }
  | { page: "reports"; part: "worktime" | "schedules" | null }
  | { page: "settings"; section: string | null; item: string | null }
  | { page: "invitation"; token: string };

/** Unknown addresses lead to the conversations. */
export function parseRoute(path: string): Route {
  const [page, first, second] = path
    .split("/")
    .filter((part) => part !== "")
    .map(decoded);
  switch (page) {
    case "operators":
    case "board":
      return { page };
    case "settings":
      return { page, section: first ?? null, item: second ?? null };
    case "requests":
      return { page, request: first ?? null };
    case "knowledge":
      return { page, article: first ?? null };
    case "archive":
      return { page, conversation: first ?? null };
    case "reports":
      return { page, part: first === "worktime" || first === "schedules" ? first : null };
    case "visitors":
      return { page, visitor: first ?? null };
    case "invitation":
      return first === undefined ? { page: "conversations", conversation: null } : { page, token: first };
    default:
      return { page: "conversations", conversation: page === "conversations" ? (first ?? null) : null };
  }
}

export function pathOf(route: Route): string {
  switch (route.page) {
    case "conversations":
      return route.conversation === null ? "/" : `/conversations/${encodeURIComponent(route.conversation)}`;
    case "operators":
      return "/operators";
    case "board":
      return "/board";
    case "visitors":
      return route.visitor === null ? "/visitors" : `/visitors/${encodeURIComponent(route.visitor)}`;
    case "knowledge":
      return route.article === null ? "/knowledge" : `/knowledge/${encodeURIComponent(route.article)}`;
    case "requests":
      return route.request === null ? "/requests" : `/requests/${encodeURIComponent(route.request)}`;
    case "archive":
      return route.conversation === null ? "/archive" : `/archive/${encodeURIComponent(route.conversation)}`;
    case "reports":
      return route.part === null ? "/reports" : `/reports/${route.part}`;
    case "settings":
      return ["/settings", route.section, route.section && route.item]
        .filter((part) => part !== null)
        .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
        .join("/");
    case "invitation":
      return `/invitation/${encodeURIComponent(route.token)}`;
  }
}

/** @param hash a place there, @param search what is asked of it, each with its sign */
export function navigate(route: Route, replace = false, hash = "", search = ""): void {
  const path = pathOf(route) + search;
  if (path === location.pathname + location.search && hash === "") return;
  if (replace) history.replaceState(null, "", path + hash);
  else history.pushState(null, "", path + hash);
  for (const listener of listeners) listener();
  if (hash !== "") window.dispatchEvent(new Event("hashchange"));
}

/** A plain click on a link stays on the page; with Ctrl, Shift or the middle button the browser does what it always does. */
export function follow(event: MouseEvent<HTMLAnchorElement>, route: Route, hash = "", search = ""): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  navigate(route, false, hash, search);
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => location.pathname));
}

/** What an address asks for beyond its path, with the question mark. */
export function useSearch(): string {
  return useSyncExternalStore(subscribe, () => location.search);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
