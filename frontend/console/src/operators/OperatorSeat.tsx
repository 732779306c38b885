import type { Conversation, OperatorView } from "@beseda/protocol";
import { visitorName } from "../conversations/names";
import { Wait } from "../conversations/RowTime";
import { useTexts } from "../i18n/texts";
import { Avatar } from "../parts/Avatar";
import { useNow } from "../shell/clock";
import { useConsole } from "../shell/line";
import { follow, pathOf, type Route } from "../shell/route";
import type { Seat } from "./board";
import style from "./Operators.module.css";
import { isOffHours, statusOf } from "./said";
import { sinceWords } from "./since";

/** One operator: state with its reason and age, load, and whom they talk to. */
export function OperatorSeat({ seat: { operator, conversations, unseen } }: { seat: Seat }) {
  const { t } = useTexts();
  const me = useConsole((state) => state.me);
  const dot = operator.state !== "off" && !operator.connected ? "lost" : operator.state;
  return (
    <li className={style.seat}>
      <Avatar id={operator.id} name={operator.name} photo={operator.photo} size={40} dot={dot} />
      <div className={style.who}>
        <p className={style.name}>
          <span>{operator.name}</span>
          {operator.id === me && <span className={style.faint}>{t("operators.you")}</span>}
        </p>
        <p className={style.faint}>
          {operator.title !== "" && <span>{operator.title}</span>}
          <State operator={operator} />
        </p>
        <Said operator={operator} />
      </div>
      <Load operator={operator} />
      <ul className={style.with}>
        {conversations.map((conversation) => (
          <li key={conversation.id}>
            <Talk conversation={conversation} />
          </li>
        ))}
        {unseen > 0 && <li className={style.faint}>{t("operators.unseen", { count: unseen })}</li>}
      </ul>
    </li>
  );
}

function State({ operator: { state, why, since, connected } }: { operator: OperatorView }) {
  const { t, format } = useTexts();
  const now = useNow(60_000);
  const time = since === null ? null : sinceWords(since, now, format);
  return (
    <>
      {time !== null && <span>{t("operators.since", { time })}</span>}
      {why !== "own" && <span className={style.why}>{t(`why.${why}`)}</span>}
      {state === "away" && !connected && <span className={style.lost}>{t("operators.lost")}</span>}
    </>
  );
}

/** What they tell colleagues, and that it is outside their working hours. */
function Said({ operator }: { operator: OperatorView }) {
  const { t } = useTexts();
  const now = useNow(60_000);
  const said = statusOf(operator, now);
  const off = isOffHours(operator.hours, now);
  if (said === null && !off) return null;
  return (
    <p className={style.faint}>
      {off && <span className={style.why}>{t("hours.off")}</span>}
      {said !== null && <span>{said}</span>}
    </p>
  );
}

/** A place for each conversation they can take, filled for each they have. */
function Load({ operator: { load, capacity, state } }: { operator: OperatorView }) {
  const { t } = useTexts();
  if (state === "off" && load === 0) return <span className={style.load} />;
  const places = Math.min(12, Math.max(capacity, load));
  return (
    <span className={style.load} role="img" aria-label={t("operators.loadLabel", { load, capacity })}>
      <span className={style.places} data-full={load >= capacity || undefined}>
        {Array.from({ length: places }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the places have nothing but their order.
          <i key={place} data-taken={place < load || undefined} />
        ))}
      </span>
      <span className={style.figures}>{t("operators.load", { load, capacity })}</span>
    </span>
  );
}

function Talk({ conversation }: { conversation: Conversation }) {
  const texts = useTexts();
  const route: Route = { page: "conversations", conversation: conversation.id };
  return (
    <a className={style.talk} href={pathOf(route)} onClick={(event) => follow(event, route)}>
      <span>{visitorName(conversation.visitor, texts)}</span>
      {conversation.waitingSince !== null && <Wait conversation={conversation} />}
    </a>
  );
}
