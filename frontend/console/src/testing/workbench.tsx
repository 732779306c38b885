import "../security/policies";
import "../theme/styles";
import { browserEnvironment, createOperatorClient } from "@beseda/client";
import { createRoot } from "react-dom/client";
import { App } from "../App";
import { type Language, loadTexts } from "../i18n/texts";
import type { Theme } from "../rest/types";
import { FakeRequests, requestsOfScene } from "./fakeRequests";
import { FakeRest } from "./fakeRest";
import { emptyScene, fullScene } from "./scenes";

/**
 * The console on a server in memory, for looking at and polishing: `npm run dev:console`, then
 * /console/workbench.html?scene=full&me=olga&language=ru&theme=dark&at=/conversations/c47. Never part of a build.
 */
const search = new URLSearchParams(location.search);
const { server } = search.get("scene") === "empty" ? emptyScene() : fullScene();
const me = search.get("me") ?? "olga";
const rest = new FakeRest(
  server,
  { setupNeeded: search.get("entry") === "setup", signedIn: !search.has("entry"), broken: search.get("broken") },
  me,
);
rest.me.locale = (search.get("language") ?? "ru") as Language;
rest.me.theme = (search.get("theme") ?? "system") as Theme;
if (search.get("line") === "http") server.network.weather.sockets = "refused";
localStorage.setItem("beseda.console.theme", rest.me.theme === "system" ? "auto" : rest.me.theme);
history.replaceState(null, "", search.get("at") ?? "/");

const original = window.fetch.bind(window);
window.fetch = (input, init) =>
  typeof input === "string" && input.startsWith("/api/") ? rest.fetch(input, init) : original(input, init);
const requests = FakeRequests.serve(search.get("scene") === "empty" ? [] : requestsOfScene(), me);
requests.broken = search.get("broken") === "/api/requests";
if (search.get("scene") === "empty") requests.kinds = [];
Object.assign(window, { workbench: { server, rest } });

const place = document.getElementById("console");
if (!place) throw new Error("workbench.html has no element #console");
const texts = await loadTexts(rest.me.locale);
document.documentElement.lang = texts.language;
createRoot(place).render(
  <App
    texts={texts}
    connect={(account, onSignedOut) =>
      createOperatorClient(server.environment(browserEnvironment()), {
        base: "https://chat.example",
        account,
        ticket: async () => account,
        onSignedOut,
        reload: () => location.reload(),
      })
    }
  />,
);
