import type { SiteLook, VisitorSnapshot } from "@beseda/client";
import type { Chat } from "../chat/chat";
import { ownWords } from "../i18n/ownWords";
import { useTexts } from "../i18n/texts";
import { Face } from "../parts/Face";
import { later } from "../parts/later";
import style from "./Empty.module.css";

const Suggestions = later(() => import("../help/Suggestions").then((file) => file.Suggestions));
const Doors = later(() => import("../requests/Doors").then((file) => file.Doors));

interface Properties {
  readonly snapshot: VisitorSnapshot;
  /** The site as last known, until the server has spoken. */
  readonly look: SiteLook | null;
  readonly chat: Chat;
}

/** Before the first word: a greeting and who would answer. A letter that is asked for needs the room, and nobody greets; questions greet themselves. */
export function Empty({ snapshot, look, chat }: Properties) {
  const { t } = useTexts();
  const site = snapshot.site ?? look;
  const face = site?.online ? site.face : null;
  const doors = site?.requests && <Doors chat={chat} />;
  if (snapshot.questions !== null) return doors || null;
  const nobody = site?.online === false ? ownWords(site).nobody : undefined;
  const text = (
    <p class={style.lead} dir="auto">
      {nobody ?? t(lead(snapshot, site))}
    </p>
  );
  if (site?.form && !snapshot.reachable)
    return (
      <div class={`${style.empty} ${style.brief}`}>
        {text}
        {doors}
      </div>
    );
  return (
    <div class={style.empty}>
      <Face person={face} size="large" online={face !== null} />
      {site?.greeting && (
        <p class={style.greeting} dir="auto">
          {site.greeting}
        </p>
      )}
      {text}
      {doors}
      {site?.suggests && <Suggestions chat={chat} />}
    </div>
  );
}

function lead({ reachable }: VisitorSnapshot, site: SiteLook | null) {
  if (!site || site.online) return "empty.lead";
  if (reachable) return "empty.nobodyReachable";
  return site.form ? "empty.form" : "empty.nobody";
}

/** Stands in for messages that are on their way; seen only when they take their time. */
export function Skeleton() {
  return (
    <div class={style.skeleton} aria-hidden="true">
      <span />
      <span />
      <span />
    </div>
  );
}
