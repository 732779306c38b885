import { UnstyledButton } from "@mantine/core";
import { ChevronRight, Plus } from "lucide-react";
import { useId, useState } from "react";
import { Act } from "../archive/Act";
import { noonOf } from "../archive/days";
import { useTexts } from "../i18n/texts";
import type { WorkedDay } from "../rest/reports";
import { useConsole } from "../shell/line";
import { hoursText, numberText, signedHours } from "./numbers";
import style from "./Worked.module.css";
import { WorkedBand } from "./WorkedBand";
import { awayOf, loadOf, sumOf } from "./worked";

interface Props {
  operator: string;
  days: readonly WorkedDay[];
  zone: string;
  correct: (operator: string, day: string) => void;
}

/** What the days of an operator come to, and each of them unfolded. */
export function WorkedOperator({ operator, days, zone, correct }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const name = useConsole((state) => state.operators[operator]?.name) ?? t("person.unknown");
  const [opened, setOpened] = useState(false);
  const sum = sumOf(days);
  const load = loadOf(sum);
  const id = useId();
  return (
    <section className={style.operator} aria-label={name}>
      <h2 className={style.head}>
        <UnstyledButton
          className={style.opener}
          aria-expanded={opened}
          aria-controls={opened ? id : undefined}
          onClick={() => setOpened(!opened)}
        >
          <ChevronRight size={16} aria-hidden data-opened={opened} />
          {name} <span className={style.count}>{t("worktime.days", { count: sum.days })}</span>
        </UnstyledButton>
      </h2>
      <dl className={style.sums}>
        <Time name={t("worktime.online")} time={sum.online} corrected={sum.correctedOnline} strong />
        <Time name={t("worktime.away")} time={awayOf(sum)} corrected={sum.correctedAway} />
        <Time name={t("worktime.awayOwn")} time={sum.awayOwn} part />
        <Time name={t("worktime.awayMissed")} time={sum.awayMissed} part />
        <Time name={t("worktime.awayIdle")} time={sum.awayIdle} part />
        <Time name={t("worktime.talking")} time={sum.inConversation} />
        <div>
          <dt>{t("worktime.load")}</dt>
          <dd>{load === null ? t("reports.none") : numberText("ratio", load, texts)}</dd>
        </div>
      </dl>
      {opened && (
        <ul id={id} className={style.days}>
          {days.map((day) => (
            <Day key={day.day} day={day} zone={zone} correct={() => correct(operator, day.day)} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface TimeProps {
  name: string;
  time: number;
  corrected?: number;
  strong?: boolean;
  part?: boolean;
}

function Time({ name, time, corrected = 0, strong = false, part = false }: TimeProps) {
  const { t, format } = useTexts();
  return (
    <div data-strong={strong || undefined} data-part={part || undefined}>
      <dt>{name}</dt>
      <dd>
        {hoursText(time, format.locale)}
        {corrected !== 0 && (
          <span className={style.corrected}>
            {signedHours(corrected, format.locale)}
            {", "}
            {t("worktime.corrected", { time: hoursText(time + corrected, format.locale) })}
          </span>
        )}
      </dd>
    </div>
  );
}

function Day({ day, zone, correct }: { day: WorkedDay; zone: string; correct: () => void }) {
  const { t, format } = useTexts();
  const date = new Intl.DateTimeFormat(format.locale, { weekday: "short", day: "numeric", month: "long" });
  const name = date.format(noonOf(day.day));
  const clock = new Intl.DateTimeFormat(format.locale, { timeStyle: "medium", timeZone: zone });
  const at = (moment: number | null) => (moment === null ? t("reports.none") : clock.format(moment));
  return (
    <li className={style.day}>
      <h3 className={style.dayName}>{name}</h3>
      <dl className={style.sums}>
        <Time name={t("worktime.online")} time={day.online} corrected={day.correctedOnline} strong />
        <Time name={t("worktime.away")} time={awayOf(day)} corrected={day.correctedAway} />
        <Time name={t("worktime.talking")} time={day.inConversation} />
        <div>
          <dt>{t("worktime.first")}</dt>
          <dd>{at(day.first)}</dd>
        </div>
        <div>
          <dt>{t("worktime.last")}</dt>
          <dd>{at(day.last)}</dd>
        </div>
      </dl>
      <span className={style.act} data-unprinted>
        <Act icon={Plus} plain label={t("worktime.correctDay", { day: name })} press={correct} />
      </span>
      {day.stretches === null ? (
        <p className={style.small}>{t("worktime.tooLong")}</p>
      ) : (
        <WorkedBand day={day} stretches={day.stretches} conversations={day.conversations ?? []} zone={zone} />
      )}
    </li>
  );
}
