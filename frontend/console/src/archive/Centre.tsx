import { Button, SegmentedControl } from "@mantine/core";
import { ChevronLeft, ChevronRight, ListFilter, Printer, TriangleAlert, X } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { Message } from "../parts/Message";
import { useNarrow } from "../parts/useNarrow";
import { useConsole } from "../shell/line";
import { languageName } from "../visitor/languageName";
import { Act } from "./Act";
import style from "./Archive.module.css";
import { WorkingDay } from "./Day";
import { type Day, noonOf, numberOf, shifted } from "./days";
import { ExportMenu } from "./Export";
import { Found } from "./Found";
import { type Chip, chipsOf, everything, type Filters, orders, without } from "./filters";
import { hourName, weekdayName } from "./hours";
import { print } from "./print";
import { TypedField } from "./TypedField";
import { type Archived, useChoices } from "./useArchive";

interface Props {
  archived: Archived;
  filters: Filters;
  today: Day;
  change: (filters: Filters) => void;
  open: string | null;
  show: (conversation: string, seq?: number) => void;
  hidden: boolean;
  /** Only where the filters are not beside. */
  filter?: () => void;
}

/** What the filters find, and what can be done with all of it. */
export function Centre({ archived, filters, today, change, open, show, hidden, filter }: Props) {
  const { t } = useTexts();
  const { byDay, errors, fine, sought } = archived;
  const clear = () => change(everything(today));
  const yearAgo = shifted(today, -365);
  const widen =
    filters.words !== "" && (numberOf(filters.from) ?? 0) > (numberOf(yearAgo) ?? 0)
      ? () => change({ ...filters, from: yearAgo, until: today })
      : undefined;
  const narrow = useNarrow();
  const roomy = !narrow && (filter === undefined || open === null);
  const wrong = Object.keys(errors).length > 0;
  return (
    <section className={style.centre} hidden={hidden} aria-label={t("archive.results")} data-printed="list">
      <header className={style.head}>
        {byDay ? (
          <DaySteps filters={filters} today={today} change={change} />
        ) : (
          <Count archived={archived} filters={filters} change={change} />
        )}
        <div className={style.acts} data-unprinted>
          {filter !== undefined && <Act icon={ListFilter} label={t("archive.filters")} press={filter} told={roomy} />}
          <ExportMenu sought={sought} disabled={!fine} told={roomy} />
          <Act icon={Printer} label={t("archive.printList")} press={() => print("list")} />
        </div>
      </header>
      <Chips filters={filters} change={change} clear={clear} />
      <div className={style.scroller}>
        {wrong ? (
          <Message icon={TriangleAlert} title={t("archive.wrong.title")} text={Object.values(errors).join(". ")}>
            {filter !== undefined && (
              <Button variant="default" onClick={filter}>
                {t("archive.filters")}
              </Button>
            )}
          </Message>
        ) : byDay ? (
          <WorkingDay archived={archived} open={open} show={show} />
        ) : (
          <Found archived={archived} open={open} clear={clear} widen={widen} />
        )}
      </div>
    </section>
  );
}

type Changing = Pick<Props, "filters" | "change">;

function DaySteps({ filters, today, change }: Changing & { today: Day }) {
  const { t, format } = useTexts();
  const narrow = useNarrow();
  const day = filters.from;
  const go = (to: Day) => change({ ...filters, from: to, until: to });
  const at = noonOf(day);
  const named = format.day(at, noonOf(today));
  const near = Math.abs((numberOf(day) ?? 0) - (numberOf(today) ?? 0)) < 2;
  const date = new Intl.DateTimeFormat(
    format.locale,
    near ? { day: "numeric", month: "long", weekday: "short" } : { weekday: "long" },
  ).format(at);
  return (
    <div className={style.daySteps}>
      <Act icon={ChevronLeft} label={t("archive.previousDay")} press={() => go(shifted(day, -1))} />
      <Act icon={ChevronRight} label={t("archive.nextDay")} disabled={day >= today} press={() => go(shifted(day, 1))} />
      <h2 className={style.dayName}>
        {named} <span>{date}</span>
      </h2>
      {!narrow && (
        <TypedField type="date" label={null} aria-label={t("archive.day")} value={day} error={undefined} change={go} />
      )}
    </div>
  );
}

function Count({ archived: { found, fine }, filters, change }: Changing & { archived: Archived }) {
  const { t } = useTexts();
  const first = found.data?.pages[0];
  return (
    <>
      <h2 className={style.title}>
        <span role="status">
          {first === undefined
            ? t(fine ? "common.loading" : "archive.results")
            : first.more
              ? t("archive.foundMore", { count: first.total })
              : t("archive.found", { count: first.total })}
        </span>
      </h2>
      {filters.words.trim() !== "" && (
        <SegmentedControl
          size="xs"
          aria-label={t("archive.order")}
          data={orders.map((order) => ({ value: order, label: t(`archive.order.${order}`) }))}
          value={filters.order}
          onChange={(order) => change({ ...filters, order })}
        />
      )}
    </>
  );
}

/** Each filter in use, to see and to take away. */
function Chips({ filters, change, clear }: Changing & { clear: () => void }) {
  const { t } = useTexts();
  const chips = chipsOf(filters);
  const name = useChipName();
  if (chips.length === 0) return null;
  return (
    <ul className={style.chips} aria-label={t("archive.chips")}>
      {chips.map((chip) => (
        <li key={"value" in chip ? `${chip.kind} ${chip.value}` : chip.kind}>
          <button
            type="button"
            className={style.chip}
            aria-label={t("archive.chip.remove", { name: name(chip) })}
            onClick={() => change(without(filters, chip))}
          >
            <span>{name(chip)}</span>
            <X size={12} aria-hidden />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className={style.chipsClear} data-unprinted onClick={clear}>
          {t("archive.clear")}
        </button>
      </li>
    </ul>
  );
}

function useChipName(): (chip: Chip) => string {
  const texts = useTexts();
  const { t } = texts;
  const operators = useConsole((state) => state.operators);
  const departments = useConsole((state) => state.departments);
  const sites = useConsole((state) => state.sites);
  const tags = useConsole((state) => state.tags);
  const cities = useChoices()?.cities;
  const named = (all: readonly { id: string; name: string }[], value: string) =>
    all.find(({ id }) => id === value)?.name ?? value;
  return (chip) => {
    switch (chip.kind) {
      case "late":
      case "missed":
      case "taken":
      case "handed_over":
      case "files":
        return t(`archive.chip.${chip.kind}`);
      case "operators":
        return operators[chip.value]?.name ?? chip.value;
      case "departments":
        return named(departments, chip.value);
      case "sites":
        return named(sites, chip.value);
      case "tags":
        return named(tags, chip.value);
      case "weekdays":
        return weekdayName(texts.format.locale, Number(chip.value), "long");
      case "hours":
        return hourName(Number(chip.value));
      case "scores":
        return t("archive.score", { score: chip.value });
      case "language":
        return languageName(chip.value, texts.language);
      case "city":
        return cities?.find(({ name }) => name === chip.value)?.label ?? chip.value;
      case "words":
        return chip.value;
      default:
        return t("archive.chip", { name: t(`archive.${chip.kind}`), value: chip.value });
    }
  };
}
