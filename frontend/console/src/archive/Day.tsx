import { ActionIcon, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import {
  ArrowRightLeft,
  CalendarOff,
  ChevronRight,
  CircleCheck,
  CircleDot,
  CircleMinus,
  CircleSlash,
  ClockAlert,
  Hand,
  type LucideIcon,
  MessageSquareOff,
  PanelRightOpen,
  Reply,
  Undo2,
  Unplug,
} from "lucide-react";
import { useId, useMemo, useState } from "react";
import { PastLog } from "../conversations/PastLog";
import { useTexts } from "../i18n/texts";
import { Avatar } from "../parts/Avatar";
import { Failure } from "../parts/Failure";
import { Message } from "../parts/Message";
import { SkeletonRows } from "../parts/SkeletonRows";
import type { ArchiveDay, ArchiveRow, DayEntry } from "../rest/archive";
import { queries } from "../rest/queries";
import { useConsole } from "../shell/line";
import { follow, pathOf } from "../shell/route";
import { type DayLine, linesOf, sumOf } from "./chronology";
import style from "./Day.module.css";
import { pageName, visitorOf } from "./names";
import { ReadingOf } from "./Reading";
import { Signs } from "./Signs";
import sign from "./Signs.module.css";
import type { Archived } from "./useArchive";

interface Props {
  archived: Archived;
  open: string | null;
  show: (conversation: string, seq?: number) => void;
}

type Shown = Pick<Props, "open" | "show">;

/** A working day, operator by operator: when they were on line, and each conversation where it was led. */
export function WorkingDay({ archived: { day, rows }, ...shown }: Props) {
  const { t } = useTexts();
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row] as const)), [rows]);
  if (day.data === undefined) {
    if (day.isError) return <Failure error={day.error} retry={() => void day.refetch()} />;
    return <SkeletonRows count={8} />;
  }
  const { operators, missed } = day.data;
  const unanswered = missed.flatMap((id) => byId.get(id) ?? []);
  if (operators.length === 0 && unanswered.length === 0) {
    return <Message icon={CalendarOff} title={t("archive.quietDay")} text={t("archive.quietDayHint")} />;
  }
  return (
    <div className={style.day}>
      {unanswered.length > 0 && (
        <section className={style.operator} aria-label={t("archive.unanswered")}>
          <h3 className={style.operatorHead} data-missed>
            <MessageSquareOff size={18} aria-hidden />
            {t("archive.unanswered")}
            <span className={style.sum}>{t("archive.conversations", { count: unanswered.length })}</span>
          </h3>
          <ol className={style.lines}>
            {unanswered.map((row) => (
              <li key={row.id} className={style.line}>
                <Time at={row.openedAt} />
                <Folded row={row} {...shown} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {operators.map((each) => (
        <OperatorDay key={each.operator} of={each} rows={byId} {...shown} />
      ))}
    </div>
  );
}

interface OperatorDayProps extends Shown {
  of: ArchiveDay["operators"][number];
  rows: ReadonlyMap<string, ArchiveRow>;
}

function OperatorDay({ of: { operator, entries }, rows, ...shown }: OperatorDayProps) {
  const { t } = useTexts();
  const known = useConsole((state) => state.operators[operator]);
  const [opened, setOpened] = useState(true);
  const id = useId();
  const lines = useMemo(() => linesOf(entries, rows), [entries, rows]);
  const { conversations, late } = sumOf(lines, operator);
  const name = known?.name ?? t("person.unknown");
  return (
    <section className={style.operator} aria-label={name}>
      <h3 className={style.operatorHead}>
        <UnstyledButton
          className={style.operatorName}
          aria-expanded={opened}
          aria-controls={id}
          onClick={() => setOpened(!opened)}
        >
          <ChevronRight size={16} className={style.chevron} aria-hidden />
          <Avatar id={operator} name={name} photo={known?.photo ?? null} size={28} />
          {name}
        </UnstyledButton>
        <span className={style.sum}>{t("archive.conversations", { count: conversations })}</span>
        {late > 0 && (
          <span className={sign.late}>
            <ClockAlert size={14} aria-hidden />
            {t("archive.lateAnswers", { count: late })}
          </span>
        )}
      </h3>
      <ol id={id} className={style.lines} hidden={!opened}>
        {lines.map((line) => (
          <Line key={line.key} line={line} operator={operator} {...shown} />
        ))}
      </ol>
    </section>
  );
}

const icons: Readonly<Record<DayEntry["what"], LucideIcon>> = {
  came: CircleDot,
  away: CircleMinus,
  returned: CircleDot,
  left: CircleSlash,
  took: Hand,
  answered: Reply,
  closed: CircleCheck,
  handed_over: ArrowRightLeft,
  gave_back: Undo2,
  lost: Unplug,
  taken_over: ArrowRightLeft,
  offer_missed: ClockAlert,
  offer_refused: CircleSlash,
};

const causes = ["missed", "idle", "connected", "lost", "stopped"] as const;

function Line({ line, operator, ...shown }: Shown & { line: DayLine; operator: string }) {
  const texts = useTexts();
  const { t, format } = texts;
  const { what, at, to, row, first, again } = line;
  const name = useConsole((state) => (to === null ? undefined : state.operators[to]?.name));
  const Icon = icons[what];
  const cause = causes.find((each) => each === line.cause);
  const wait = what === "answered" && row?.operators[0] === operator ? row.firstAnswerMs : null;
  return (
    <li className={style.line} data-what={what}>
      <Time at={at} />
      <div className={style.what}>
        <span className={style.said}>
          <Icon size={15} aria-hidden />
          {t(`archive.what.${what}`)}
          {name !== undefined && <span>{t("archive.toWhom", { name })}</span>}
          {wait != null && (
            <span className={style.faint}>{t("archive.answeredIn", { time: format.duration(wait) })}</span>
          )}
          {cause !== undefined && <span className={style.faint}>{t(`archive.cause.${cause}`)}</span>}
          {again !== undefined && (
            <span className={style.faint}>
              {t("archive.again", { count: again.count, time: format.time(again.until) })}
            </span>
          )}
          {!first &&
            (again?.rows ?? (row === undefined ? [] : [row])).map((each) => <Named key={each.id} row={each} />)}
        </span>
        {first && row !== undefined && <Folded row={row} {...shown} />}
      </div>
    </li>
  );
}

function Time({ at }: { at: number }) {
  const { format } = useTexts();
  return <time className={style.at}>{format.time(at)}</time>;
}

function Named({ row }: { row: ArchiveRow }) {
  const texts = useTexts();
  const route = { page: "archive", conversation: row.id } as const;
  return (
    <a href={pathOf(route) + location.search} onClick={(event) => follow(event, route, "", location.search)}>
      {visitorOf(row, texts)}
    </a>
  );
}

/** A conversation in its place: one line that opens in line, and beside. */
function Folded({ row, open, show }: Shown & { row: ArchiveRow }) {
  const texts = useTexts();
  const { t } = texts;
  const [unfolded, unfold] = useState(false);
  const facts = [pageName(row), row.city, t("archive.messages", { count: row.messages })];
  return (
    <div className={style.folded} data-open={open === row.id || undefined}>
      <div className={style.foldedHead}>
        <UnstyledButton className={style.fold} aria-expanded={unfolded} onClick={() => unfold(!unfolded)}>
          <ChevronRight size={15} className={style.chevron} aria-hidden />
          <span className={sign.name}>{visitorOf(row, texts)}</span>
          <span className={sign.facts}>
            {facts.flatMap((fact) => (fact === "" ? [] : <span key={fact}>{fact}</span>))}
          </span>
        </UnstyledButton>
        <ActionIcon
          component="a"
          href={pathOf({ page: "archive", conversation: row.id }) + location.search}
          variant="subtle"
          color="gray"
          size={28}
          data-row={row.id}
          aria-label={`${t("archive.show")}: ${visitorOf(row, texts)}`}
          title={t("archive.show")}
          onClick={(event) => follow(event, { page: "archive", conversation: row.id }, "", location.search)}
        >
          <PanelRightOpen size={16} aria-hidden />
        </ActionIcon>
      </div>
      <Signs row={row} />
      {unfolded && <InLine row={row} show={show} />}
    </div>
  );
}

function InLine({ row, show }: { row: ArchiveRow; show: Props["show"] }) {
  const stored = useQuery(queries.conversation(row.id));
  if (stored.data !== undefined) {
    return (
      <ReadingOf id={row.id} late={row.late} goTo={(seq) => show(row.id, seq)}>
        <PastLog conversation={stored.data} />
      </ReadingOf>
    );
  }
  if (stored.isError) return <Failure error={stored.error} retry={() => void stored.refetch()} />;
  return <SkeletonRows count={2} />;
}
