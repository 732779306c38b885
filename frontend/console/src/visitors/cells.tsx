import type { Page, VisitorPlace, VisitorRow } from "@beseda/protocol";
import { Tooltip } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { hostOf, pageTitle, pathOf } from "../parts/pages";
import { differenceOf } from "../parts/zones";
import { useNow } from "../shell/clock";
import { useConsole } from "../shell/line";
import { disagreement, wholePlace } from "./placeWords";
import style from "./Visitors.module.css";

/** What the visitor is doing, and with whom. */
export function StateCell({ row }: { row: VisitorRow }) {
  const { t } = useTexts();
  const operator = useConsole((state) =>
    row.operator === null ? null : (state.operators[row.operator]?.name ?? null),
  );
  return (
    <span className={style.state} data-state={row.state}>
      <span className={style.dot} aria-hidden />
      <span className={style.cut}>
        {row.state === "talking" && operator !== null
          ? t("visitors.talkingWith", { name: operator })
          : t(`visitors.state.${row.state}`)}
      </span>
      {row.state === "waiting" && row.waitingSince !== null && <Since at={row.waitingSince} />}
    </span>
  );
}

export function PageCell({ page }: { page: Page | null }) {
  if (page === null) return null;
  return (
    <span className={style.cut} title={page.url}>
      {pageTitle(page)} <span className={style.faint}>{pathOf(page.url)}</span>
    </span>
  );
}

/** The city, or the widest thing that is known of the place; with a sign when somebody says otherwise. */
export function PlaceCell({ place }: { place: VisitorPlace | null }) {
  const texts = useTexts();
  if (place === null) return null;
  const { city, region, country, source } = place;
  const doubt = disagreement(place, texts);
  return (
    <span className={style.cut} title={`${wholePlace(place)} (${texts.t(`profile.known.${source}`)})`}>
      {city ?? region ?? country}
      {doubt !== null && (
        <Tooltip label={doubt} multiline maw={320}>
          <TriangleAlert size={13} className={style.doubt} role="img" aria-label={doubt} />
        </Tooltip>
      )}
    </span>
  );
}

export function SourceCell({ row }: { row: VisitorRow }) {
  const { t } = useTexts();
  if (row.source === "") return <span className={style.faint}>{row.campaign ?? t("visitors.direct")}</span>;
  return (
    <span className={style.cut} title={row.campaign ?? row.source}>
      {hostOf(row.source)}
    </span>
  );
}

/** How long it has been, running. */
export function Since({ at }: { at: number }) {
  const { format } = useTexts();
  return <time>{format.clock(Math.max(0, useNow() - at))}</time>;
}

/** What the visitor's clock shows. */
export function OffsetTime({ offset }: { offset: number }) {
  const { format } = useTexts();
  const now = useNow(60_000);
  const zone = zoneOf(offset);
  const time = new Intl.DateTimeFormat(format.locale, { timeStyle: "short", timeZone: zone }).format(now);
  const difference = differenceOf(zone, now) ?? 0;
  if (difference === 0) return time;
  return `${time} (${difference > 0 ? "+" : "−"}${format.duration(Math.abs(difference))})`;
}

function zoneOf(offset: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const minutes = Math.abs(offset);
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

export function SiteName({ id }: { id: string }) {
  return useConsole((state) => state.sites.find((site) => site.id === id)?.name ?? null);
}

export function OperatorName({ id }: { id: string | null }) {
  return useConsole((state) => (id === null ? null : (state.operators[id]?.name ?? null)));
}
