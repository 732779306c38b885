import type { FromVisitor } from "@beseda/protocol";
import type { ToPanel } from "../../shared/port";
import { complain } from "../complain";
import type { Lent, News } from "../lent";

/** What the page's script says of its visitor. */
export interface Tell {
  /** What rules of invitations ask for; replaces what was told before. */
  values(values: object): void;
  /** The site's own client as a JSON object; null: he signed out. */
  client(client: string | null): void;
  /** Of whoever it is; adds to what was told before. */
  visitor(more: object): void;
  goal(name: string, value: number | null): void;
  invite(text: string): void;
}

type Said = FromVisitor & ToPanel;

/** More than this while there is no line is no page's doing. */
const mostKept = 100;

/** Keeps what is said while there is no line, and says it once there is one. */
export function told(lent: Lent): { readonly tell: Tell; heard(news: News): void } {
  const unsaid: Said[] = [];
  let values: Said | undefined;
  let client: string | null | undefined;
  let invitation: string | undefined;

  function flush(): void {
    while (unsaid[0] && lent.send(unsaid[0])) unsaid.shift();
    if (invitation !== undefined && lent.ask({ t: "askInvitation", text: invitation })) invitation = undefined;
  }

  function say(news: Said): void {
    if (unsaid.length < mostKept) unsaid.push(news);
    flush();
  }

  return {
    tell: {
      values(now) {
        values = { t: "values", values: JSON.stringify(now) };
        lent.send(values);
      },
      client(now) {
        client = now;
        say({ t: "identify", client });
      },
      visitor: (more) => say({ t: "identify", client: JSON.stringify(more) }),
      goal: (name, value) => say({ t: "goal", name, value }),
      invite(text) {
        invitation = text;
        flush();
      },
    },
    heard(news) {
      if (news.t === "welcome" || news.t === "alive") {
        if (values) lent.send(values);
        flush();
      } else if (news.t === "unidentified") {
        // Another client than this browser's before is introduced again, once the server has forgotten the other.
        if (news.code === "another" && client !== undefined) unsaid.unshift({ t: "identify", client });
        else complain(`identify: ${news.code}`);
      }
    },
  };
}
