import { browserNetwork, CODES, type Line, openLine } from "@beseda/client";
import {
  type FromVisitor,
  type Invite,
  type NoticeIdle,
  protocolVersion,
  type SiteLook,
  type ToVisitor,
  type VisitorHello,
  type VisitorWelcome,
} from "@beseda/protocol";
import type { ToLoader, ToPanel } from "../shared/port";
import { blinkingTitle } from "../shared/title";
import { complain } from "./complain";
import { attempt, keeper } from "./kept";
import type { Alerts } from "./later/alert";
import type { Arranged } from "./later/window";
import type { Lent, Rules } from "./lent";
import { messagesFor } from "./messages/index";
import { offset } from "./offset";
import { watchPages } from "./pages";
import { makePanel, type Panel } from "./panel";
import { drawShell } from "./shell";

type Agent = VisitorHello["agent"];

/** Browsers of the Chromium family say what their User-Agent hides. */
interface Chromium {
  userAgentData?: {
    getHighEntropyValues(of: string[]): Promise<{ platform: string; platformVersion: string; model: string }>;
  };
}

/**
 * Everything on the customer's page: button, unread badge, presence. While no panel lives the loader has a line of its own
 * and is told counts, never texts; the panel, once alive, holds the one line and the loader only relays.
 *
 * @param base the server's origin, without a slash at the end
 * @param site the site's public key, encoded for an address
 * @param language of the page as the snippet says it; null leaves it to the visitor's browser
 * @returns takes what the page's script says, as it was said: `["open"]`
 */
export function startLoader(base: string, site: string, language: string | null): (said: unknown) => void {
  const name = `beseda:${site}`;
  const { read, change } = keeper(name, () => localStorage);
  const title = blinkingTitle(document);
  const later = <Module>(name: string): Promise<Module> => import(/* @vite-ignore */ `${base}/loader/${name}.js`);
  const network = browserNetwork(() => later<typeof import("./later/http")>("http").then(({ longPoll }) => longPoll));
  let tab = `${network.random()}`;
  let agent: Agent = null;
  let look = read().site;
  let panel: Panel | null = null;
  let line: Line<FromVisitor> | null = null;
  let open = false;
  let summoned = false;
  let gone = false;
  let alerts: Promise<Alerts> | undefined;
  let arranged: Promise<Arranged> | undefined;
  let count = 0;
  const calls: unknown[] = [];
  let api: Promise<() => void> | undefined;
  let rules: Rules | undefined;

  const words = () => messagesFor(read().language ?? look?.locale ?? "");
  const shell = drawShell(base, words(), () => setOpen(!open));
  shell.box.style.cssText = read().at ?? "";
  const page = watchPages(title.own, (now) => {
    shell.attach();
    say({ t: "page", page: now });
  });
  let blink: ReturnType<typeof setInterval> | undefined;

  void (navigator as Chromium).userAgentData
    ?.getHighEntropyValues(["platformVersion", "model"])
    .then(({ platform, platformVersion: version, model }) => {
      agent = { platform, version, model };
    });
  // Buttons of the page's own, also those that come later: the form instead of the page they may lead to.
  addEventListener("click", (event) => {
    const kind = (event.target as Element).closest("[data-beseda-request]")?.getAttribute("data-beseda-request");
    if (kind == null || gone) return;
    event.preventDefault();
    call(["request", kind]);
  });
  // Back from the browser's memory it is another page view, not a lost line that returns.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) tab = `${network.random()}`;
  });
  const send = (frame: FromVisitor) => !!line?.send(frame);
  const kept = () => attempt(() => sessionStorage.getItem(name));
  /** To the server, by whichever line there is. */
  function say(news: FromVisitor & ToPanel): void {
    panel?.say(news);
    send(news);
  }

  function draw(site: SiteLook): void {
    change({ site });
    look = { ...site, ...rules };
    shell.look(look, words());
  }

  function unread(now: number): void {
    count = now;
    title.tell(now ? words().unread + now : null);
    clearInterval(blink);
    if (now) blink = setInterval(title.tick, 1000);
    shell.unread(now);
    if (now || alerts !== undefined) alert((told) => told.unread(count));
  }

  function ring(): void {
    if (read().sound ?? look?.sound) alert((told) => told.ring());
  }

  function alert(tell: (told: Alerts) => unknown): void {
    alerts ??= later<typeof import("./later/alert")>("alert").then(({ alerts }) =>
      alerts({
        base,
        name,
        now: network.now,
        read,
        change,
        opens: () => look?.opens === true && !open,
        reveal: () => setOpen(true, false),
      }),
    );
    alerts.then(tell).catch(() => {
      alerts = undefined;
    });
  }

  const lent: Lent = {
    calls,
    place: shell.place,
    now: () => ({ open, count, ready: !!look }),
    open: setOpen,
    shutdown,
    rule(now) {
      rules = now;
      const { site } = read();
      if (site && look) draw(site);
    },
    send(news) {
      if (line) return line.send(news);
      panel?.say(news);
      return !!panel;
    },
    ask: send,
    tell: (message) => panel?.say(message),
  };

  /** The rest of what the page's script may do is fetched when it does the first of it. */
  function call(said: unknown): void {
    calls.push(said);
    api ??= later<typeof import("./later/api")>("api").then(({ api }) => api(lent));
    api.then(
      (run) => run(),
      () => {
        api = undefined;
      },
    );
  }

  function received(frame: ToVisitor): void {
    if (frame.t === "unread") {
      if (frame.count > count) ring();
      unread(frame.count);
    } else if (frame.t === "welcome") welcomed(frame);
    else if (frame.t === "site") draw(frame.site);
    else if (frame.t === "invite" || frame.t === "noticeIdle") help(frame);
    lent.hear?.(frame);
  }

  function welcomed({ visit, site, unread: waiting }: VisitorWelcome): void {
    change({ visit });
    draw(site);
    unread(waiting);
    if (site.show && !panel && kept()) setOpen(true, false);
  }

  function help(frame: Invite | NoticeIdle): void {
    if (frame.t === "invite" && rules?.invites === false) {
      send({ t: "invited", id: frame.id, outcome: "ignored" });
      return;
    }
    later<typeof import("./later/invitation")>("invitation").then(
      ({ run }) => run(frame, { frame, base, place: shell.place, send, open: () => setOpen(true) }),
      () => {},
    );
  }

  function openOwnLine(): void {
    line ??= openLine<ToVisitor, FromVisitor>(network, {
      side: "visitor",
      base,
      query: () => `site=${site}`,
      hello: () => ({
        t: "hello",
        protocol: protocolVersion,
        role: "loader",
        visit: read().visit ?? null,
        token: null,
        epoch: null,
        positions: [],
        page: page(),
        screen: { width: screen.width, height: screen.height },
        language: language ?? navigator.language,
        timeZone: offset(new Date().getTimezoneOffset()),
        tab,
        agent,
      }),
      received,
      changed: (state) => state.kind === "stopped" && refused(state.code),
    });
  }

  function refused(code: number): void {
    const trouble =
      code === CODES.unknownSite
        ? `data-site "${site}" is unknown at ${base}`
        : code === CODES.forbidden && `${location.origin} is not an address of this site`;
    if (trouble) complain(`${trouble}: see Settings → Sites.`);
    else if (code !== CODES.banned) return;
    change({ site: null });
    shutdown();
  }

  function heard(message: ToLoader): void {
    switch (message.t) {
      case "alive":
        line?.close();
        line = null;
        // The panel counts from here on, and begins at nothing.
        unread(0);
        break;
      case "keep":
        change(message.part);
        if (read().site) draw(read().site as SiteLook);
        break;
      case "unread":
        unread(message.count);
        break;
      case "chime":
        ring();
        break;
      case "close":
        setOpen(false);
        break;
      case "refused":
        refused(message.code);
        break;
      case "handle":
      case "step":
        arranged?.then(
          (window) => window.heard(message),
          () => {},
        );
        break;
      case "event":
      case "unidentified":
    }
    lent.hear?.(message);
  }

  function bringPanel(): void {
    panel = makePanel(
      base,
      site,
      () => ({ t: "start", kept: read(), page: page(), language, open, focus: summoned }),
      heard,
      () => {
        panel = null;
        openOwnLine();
        shell.failed(bringPanel);
      },
    );
    shell.show(panel.frame);
    arranged ??= later<typeof import("./later/window")>("window").then(({ arrange }) =>
      arrange({ place: shell.place, box: shell.box, read, change, say: (news) => panel?.say(news) }),
    );
    arranged.catch(() => {
      arranged = undefined;
    });
  }

  function setOpen(now: boolean, focus = true): void {
    open = now;
    summoned = focus;
    attempt(() => sessionStorage.setItem(name, now ? "1" : ""));
    if (now && !panel) bringPanel();
    shell.open(now);
    panel?.say({ t: "open", open, focus });
    if (focus) (now ? panel?.frame : shell)?.focus();
    lent.hear?.({ t: "shown", open });
  }

  function shutdown(): void {
    gone = true;
    unread(0);
    panel?.end();
    line?.close();
    panel = line = null;
    shell.remove();
  }

  if (look?.asks === false) draw(look);
  else look = null;
  if (look && kept()) setOpen(true, false);
  else openOwnLine();
  return call;
}
