import { createFormat } from "@beseda/ui/i18n";
import { useEffect, useRef } from "preact/hooks";
import type { RequestTexts } from "../i18n/requestTexts";
import { useTexts } from "../i18n/texts";
import style from "./Requests.module.css";
import { type Left, zoneHere } from "./requests";
import type { Draft } from "./useRequest";

interface Properties {
  readonly left: Left;
  readonly draft: Draft;
  readonly more: RequestTexts;
}

/** What was noted down, and when he hears of us, by his own clock. */
export function Sent({ left, draft, more }: Properties) {
  const { t } = more;
  const place = useRef<HTMLHeadingElement>(null);
  const { format } = useTexts();
  useEffect(() => place.current?.focus(), []);
  const here = createFormat(format.locale, zoneHere() || undefined);
  const now = Date.now();
  const when = left.dueAt === null ? null : here.dayAndTime(left.dueAt, now);
  const phone = draft.phone.trim();
  const email = draft.email.trim();
  const sentence = () => {
    if (left.nature === "letter") {
      return when === null ? t("request.letter", { email }) : t("request.letterBy", { email, when });
    }
    if (left.at === null) {
      return when === null ? t("request.callSoon", { phone }) : t("request.callSoonBy", { phone, when });
    }
    const [from, to] = [here.time(left.at), here.time(left.at + left.minutes * 60_000)];
    return t("request.callAt", { phone, day: here.day(left.at, now), from, to });
  };
  return (
    <div class={style.sent}>
      <svg viewBox="0 0 24 24" width="40" height="40" fill="currentColor" aria-hidden="true">
        <path d="M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zm4.9 6.2-6.3 6.4-3-3-1.4 1.4 4.4 4.4 7.7-7.8z" />
      </svg>
      <h3 ref={place} tabIndex={-1}>
        {t(`request.sent.${left.nature}`)}
      </h3>
      <p>{sentence()}</p>
    </div>
  );
}
