import { Popover, Skeleton, UnstyledButton } from "@mantine/core";
import { ArrowDownRight, ArrowUpRight, Equal, Info } from "lucide-react";
import { noonOf } from "../archive/days";
import { useTexts } from "../i18n/texts";
import { Slowly } from "../parts/Slowly";
import type { FigureName, Meanings, Summary } from "../rest/reports";
import { ArchiveLink } from "./ArchiveLink";
import { AskedLine } from "./AskedLine";
import style from "./Cards.module.css";
import { changeOf, sections, shapes } from "./figures";
import { changeText, figureText } from "./numbers";
import type { Asking } from "./useAsked";

interface Props {
  summary: Summary;
  asking: Asking;
}

/** The figures of the period in groups, each beside the period before. */
export function Cards({ summary, asking }: Props) {
  const { t, format } = useTexts();
  const date = new Intl.DateTimeFormat(format.locale, { day: "numeric", month: "short", year: "numeric" });
  const period = date.formatRange(noonOf(summary.beforeFrom), noonOf(summary.beforeUntil));
  return (
    <>
      <AskedLine asking={asking}>{t("reports.compared", { period })}</AskedLine>
      {sections.map(({ name, cards }) => (
        <section key={name} className={style.section} aria-label={t(`reports.section.${name}`)}>
          <h2 className={style.title}>{t(`reports.section.${name}`)}</h2>
          <dl className={style.cards}>
            {cards.map((figures) => (
              <Card key={figures[0]} figures={figures} summary={summary} asking={asking} />
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

/** The same room, while nothing is known. */
export function CardsToCome() {
  const { t } = useTexts();
  return (
    <Slowly>
      <div role="status" aria-label={t("common.loading")}>
        {sections.map(({ name, cards }) => (
          <div key={name} className={style.section}>
            <Skeleton height={18} width={160} mb={12} />
            <div className={style.cards}>
              {cards.map(([first]) => (
                <Skeleton key={first} height={104} radius={10} />
              ))}
            </div>
          </div>
        ))}
      </div>
    </Slowly>
  );
}

type CardProps = Props & { figures: readonly FigureName[] };

function Card({ figures, summary, asking }: CardProps) {
  const texts = useTexts();
  const { t } = texts;
  const [first = "conversations", ...others] = figures;
  return (
    <div className={style.card}>
      <dt className={style.name}>
        {summary.meanings[first].name}
        <Meaning figures={figures} meanings={summary.meanings} />
      </dt>
      <dd className={style.value} data-figure={first}>
        <Value name={first} summary={summary} asking={asking} />
      </dd>
      <dd className={style.change}>
        <ChangeLine name={first} summary={summary} />
      </dd>
      {others.map((name) => (
        <dd key={name} className={style.beside} data-figure={name}>
          {t(`reports.short.${name as Beside}`)} <Value name={name} summary={summary} asking={asking} />
          {summary.before[name] !== null && (
            <span className={style.was}>
              {t("reports.was", { value: figureText(name, summary.before[name], texts) })}
            </span>
          )}
        </dd>
      ))}
    </div>
  );
}

type Beside =
  | "asked"
  | "first_answer_median"
  | "answer_median"
  | "answer_longest"
  | "length_median"
  | "ratings"
  | "invited_asked"
  | "invited_refused";

function Value({ name, summary, asking }: Props & { name: FigureName }) {
  const texts = useTexts();
  const value = summary.figures[name];
  const { archive } = shapes[name];
  const text = figureText(name, value, texts);
  if (archive === null || value === null || value === 0) return text;
  return (
    <ArchiveLink asked={asking.asked} narrowed={archive}>
      {text}
    </ArchiveLink>
  );
}

const icons = { better: ArrowUpRight, worse: ArrowDownRight, more: ArrowUpRight, less: ArrowDownRight, same: Equal };

function ChangeLine({ name, summary }: Omit<Props, "asking"> & { name: FigureName }) {
  const texts = useTexts();
  const { t } = texts;
  const before = summary.before[name];
  const [now, then] = [summary.figures[name], before].map((value) => figureText(name, value, texts));
  const change = changeOf(name, summary.figures[name], before);
  const was = <span className={style.was}>{t("reports.was", { value: then ?? "" })}</span>;
  if (before === null) return null;
  if (change === null) return was;
  if (change.verdict === "same" || now === then) return <span className={style.was}>{t("reports.same")}</span>;
  const Icon = change.by > 0 ? icons.more : icons.less;
  return (
    <>
      <span className={style.by} data-verdict={change.verdict}>
        <Icon size={14} aria-hidden /> {changeText(change, texts)} {t(`reports.verdict.${change.verdict}`)}
      </span>{" "}
      {was}
    </>
  );
}

/** What the figures of a card mean, for the mouse, the keyboard and the finger alike. */
function Meaning({ figures, meanings }: { figures: readonly FigureName[]; meanings: Meanings }) {
  const { t } = useTexts();
  const [first = "conversations"] = figures;
  return (
    <Popover width={300} shadow="md" position="bottom" withArrow trapFocus={false}>
      <Popover.Target>
        <UnstyledButton
          className={style.info}
          aria-label={`${t("reports.means")}: ${meanings[first].name}`}
          data-unprinted
        >
          <Info size={14} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={style.meaning}>
        {figures.map((name) => (
          <p key={name}>
            <strong>{meanings[name].name}</strong>
            <br />
            {meanings[name].means}
          </p>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
