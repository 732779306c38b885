import { createFormat } from "@beseda/ui/i18n";
import { useEffect, useId, useState } from "preact/hooks";
import type { Chat } from "../chat/chat";
import type { RequestTexts } from "../i18n/requestTexts";
import { useTexts } from "../i18n/texts";
import { Choices } from "./Choices";
import style from "./Requests.module.css";
import { type Kind, type Offer, offerOf } from "./requests";
import { dayLabel, zoneLabel } from "./times";
import type { Request } from "./useRequest";

interface Properties {
  readonly chat: Chat;
  readonly kind: Kind;
  readonly request: Request;
  readonly more: RequestTexts;
  readonly problem: string | null;
}

/** When to call: as soon as possible, or at a free time of a day, in the visitor's own zone. */
export function When(properties: Properties) {
  const { chat, kind, request, more, problem } = properties;
  const [offer, setOffer] = useState<Offer | "lost" | null>(null);
  const [round, setRound] = useState(0);
  const named = useId();
  useEffect(() => {
    let current = true;
    offerOf(chat, kind.id).then(
      (found) => current && setOffer(found),
      () => current && setOffer("lost"),
    );
    return () => {
      current = false;
    };
  }, [chat, kind.id, round, request.taken]);
  return (
    <div
      class={style.when}
      role="radiogroup"
      aria-labelledby={`${named}when`}
      aria-invalid={problem !== null}
      aria-describedby={`${named}problem`}
      aria-busy={offer === null}
    >
      <p class={style.legend} id={`${named}when`}>
        {more.t("request.when")}
      </p>
      {offer === "lost" && (
        <p>
          {more.t("request.timesLost")}{" "}
          <button type="button" class={style.link} onClick={() => setRound(round + 1)}>
            {more.t("request.again")}
          </button>
        </p>
      )}
      <p class={style.problem} id={`${named}problem`} hidden={problem === null}>
        {problem}
      </p>
      {offer !== null && offer !== "lost" && <Times {...properties} offer={offer} />}
    </div>
  );
}

function Times({ request, more, offer }: Properties & { readonly offer: Offer }) {
  const { format } = useTexts();
  const there = createFormat(format.locale, offer.zone);
  const name = useId();
  const { draft, change, taken } = request;
  const free = offer.days.flatMap(({ slots }) => slots);
  const offered = draft.at === undefined || (draft.at === null ? offer.soon : free.includes(draft.at));
  useEffect(() => {
    // What was chosen is gone, or cannot be had any more.
    if (!offered) change({ at: offer.soon ? null : undefined });
  }, [offered]);
  if (!offer.soon && free.length === 0) return <p>{more.t("request.full")}</p>;
  const by = offer.soonAt === null ? "" : there.dayAndTime(offer.soonAt, Date.now());
  const soon = (
    <>
      {more.t("request.soon")}
      {by && <small>{more.t("request.soonBy", { when: by })}</small>}
    </>
  );
  const ways = [
    ...(offer.soon ? [{ value: "soon", label: soon }] : []),
    ...(free.length > 0 ? [{ value: "time", label: more.t("request.pick") }] : []),
  ];
  return (
    <>
      {taken !== null && draft.at === undefined && free.length > 0 && (
        <fieldset class={style.near}>
          <legend>{more.t("request.nearest")}</legend>
          <Choices
            small
            name={`${name}next`}
            of={nearest(free, taken).map((at) => ({ value: at, label: there.dayAndTime(at, Date.now()) }))}
            chosen={undefined}
            choose={(at) => change({ at })}
          />
        </fieldset>
      )}
      {offer.soon && (
        <Choices
          name={`${name}way`}
          of={ways}
          chosen={draft.at === null ? "soon" : "time"}
          choose={(way) => change({ at: way === "soon" ? null : undefined })}
        />
      )}
      {draft.at !== null && <Calendar offer={offer} at={draft.at} choose={(at) => change({ at })} more={more} />}
    </>
  );
}

const mostNear = 6;

/** The free times around one that is taken. */
function nearest(free: readonly number[], taken: number): readonly number[] {
  const near = [...free].sort((one, two) => Math.abs(one - taken) - Math.abs(two - taken));
  return near.slice(0, mostNear).sort((one, two) => one - two);
}

interface CalendarProperties {
  readonly offer: Offer;
  readonly at: number | undefined;
  readonly more: RequestTexts;
  choose(at: number | undefined): void;
}

function Calendar({ offer, at, more, choose }: CalendarProperties) {
  const { format } = useTexts();
  const name = useId();
  const there = createFormat(format.locale, offer.zone);
  const [chosen, setChosen] = useState<string | null>(null);
  const own = offer.days.find(({ slots }) => at !== undefined && slots.includes(at));
  const day = own ?? offer.days.find(({ date }) => date === chosen) ?? offer.days[0];
  if (day === undefined) return null;
  const zone = zoneLabel(format.locale, offer.zone, day.slots[0] ?? Date.now());
  return (
    <>
      <label class={style.day}>
        <span>{more.t("request.day")}</span>
        <select
          value={day.date}
          onChange={({ currentTarget: { value } }) => {
            setChosen(value);
            choose(undefined);
          }}
        >
          {offer.days.map(({ date, slots }) => (
            <option key={date} value={date}>
              {dayLabel(there, offer.zone, slots[0] ?? 0)}
            </option>
          ))}
        </select>
      </label>
      <fieldset class={style.clock}>
        <legend>{more.t("request.time")}</legend>
        <Choices
          small
          name={name}
          of={day.slots.map((slot) => ({ value: slot, label: there.time(slot) }))}
          chosen={at}
          choose={choose}
        />
      </fieldset>
      <p class={style.hint}>{more.t(offer.zoneKnown ? "request.zone" : "request.zoneTheirs", { zone })}</p>
    </>
  );
}
