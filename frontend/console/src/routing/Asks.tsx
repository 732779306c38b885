import { useRef } from "react";
import { useTexts } from "../i18n/texts";
import { useNarrow } from "../parts/useNarrow";
import { AskBar } from "./AskBar";
import { AskCard } from "./AskCard";
import style from "./Asks.module.css";
import { useAsked } from "./AsksProvider";
import { AwayNotice } from "./AwayNotice";
import { FarewellLine } from "./FarewellLine";
import { LateNotice } from "./LateNotice";
import { keyOf } from "./useAsks";
import { useClearOfTyping } from "./useClearOfTyping";

/** More of them at once would hide the screen; of fewer somebody would not see a deadline that runs. */
const shownAtOnce = 2;

/**
 * What is put to me with a deadline, over whatever I do: it can't be missed and is never in the way of what I type. Where
 * there is no room beside what is being read it is a slim bar that has its own place above it.
 */
export function Asks() {
  const { t } = useTexts();
  const narrow = useNarrow();
  const box = useRef<HTMLElement>(null);
  const { elsewhere, farewells } = useAsked();
  const place = useClearOfTyping(box, narrow ? 0 : 1 + elsewhere.length + farewells.length);
  return (
    <>
      <section
        ref={box}
        className={narrow ? style.band : style.asks}
        data-place={narrow ? undefined : place}
        aria-label={t("ask.region")}
        aria-live="assertive"
      >
        {narrow ? elsewhere.length > 0 && <AskBar /> : <Cards />}
        {farewells.map((farewell) => (
          <FarewellLine key={keyOf(farewell.ask)} farewell={farewell} />
        ))}
        {narrow && <LateNotice />}
        <AwayNotice />
      </section>
      {!narrow && <LateNotice />}
    </>
  );
}

function Cards() {
  const { t } = useTexts();
  const { elsewhere, first, silent, take, refuse } = useAsked();
  const more = elsewhere.length - shownAtOnce;
  return (
    <>
      {elsewhere.slice(0, shownAtOnce).map((ask) => (
        <AskCard key={keyOf(ask)} ask={ask} first={ask === first} take={take} refuse={refuse} />
      ))}
      {more > 0 && <p className={style.more}>{t("ask.more", { count: more })}</p>}
      {silent && <p className={style.more}>{t("ask.soundBlocked")}</p>}
    </>
  );
}
