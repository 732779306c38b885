import type { VisitorRow, VisitorSortBy } from "@beseda/protocol";
import { Monitor, Smartphone, Tablet } from "lucide-react";
import type { ReactNode } from "react";
import type { PlainKey } from "../i18n/keys";
import { OffsetTime, OperatorName, PageCell, PlaceCell, Since, SiteName, SourceCell, StateCell } from "./cells";
import style from "./Visitors.module.css";

export interface Column {
  readonly id: string;
  readonly label: PlainKey;
  /** A track of the grid. */
  readonly width: string;
  /** What the list is asked to be sorted by. */
  readonly sort?: VisitorSortBy;
  /** Shown until one chooses otherwise. */
  readonly standard?: true;
  readonly cell: (row: VisitorRow) => ReactNode;
}

const devices = { desktop: Monitor, phone: Smartphone, tablet: Tablet } as const;

/** All that can be seen of a visitor in the list, besides who it is. The standard ones fit a screen of 1366 pixels. */
export const columns: readonly Column[] = [
  {
    id: "state",
    label: "visitors.column.state",
    width: "148px",
    sort: "state",
    standard: true,
    cell: (row) => <StateCell row={row} />,
  },
  {
    id: "page",
    label: "visitors.column.page",
    width: "minmax(160px, 3fr)",
    sort: "page",
    standard: true,
    cell: (row) => <PageCell page={row.page} />,
  },
  {
    id: "city",
    label: "visitors.column.city",
    width: "minmax(120px, 1fr)",
    sort: "city",
    standard: true,
    cell: (row) => <PlaceCell place={row.place} />,
  },
  {
    id: "source",
    label: "visitors.column.source",
    width: "minmax(120px, 1fr)",
    sort: "source",
    standard: true,
    cell: (row) => <SourceCell row={row} />,
  },
  {
    id: "pageTime",
    label: "visitors.column.pageTime",
    width: "92px",
    sort: "pageSince",
    standard: true,
    cell: (row) => <Since at={row.pageSince} />,
  },
  {
    id: "siteTime",
    label: "visitors.column.siteTime",
    width: "92px",
    sort: "since",
    standard: true,
    cell: (row) => <Since at={row.since} />,
  },
  {
    id: "visits",
    label: "visitors.column.visits",
    width: "92px",
    sort: "visits",
    standard: true,
    cell: (row) => row.visits,
  },
  {
    id: "pages",
    label: "visitors.column.pages",
    width: "92px",
    sort: "pages",
    standard: true,
    cell: (row) => row.pages,
  },
  {
    id: "browser",
    label: "visitors.column.browser",
    width: "minmax(100px, 1fr)",
    standard: true,
    cell: ({ device, browser }) => {
      const Icon = devices[device];
      return (
        <>
          <Icon size={14} aria-hidden /> <span className={style.cut}>{browser}</span>
        </>
      );
    },
  },
  { id: "system", label: "visitors.column.system", width: "120px", cell: (row) => row.system },
  { id: "screen", label: "visitors.column.screen", width: "112px", cell: (row) => row.screen },
  { id: "language", label: "visitors.column.language", width: "84px", cell: (row) => row.language },
  {
    id: "localTime",
    label: "visitors.column.localTime",
    width: "112px",
    cell: ({ offset }) => (offset === null ? null : <OffsetTime offset={offset} />),
  },
  { id: "campaign", label: "visitors.column.campaign", width: "minmax(140px, 1fr)", cell: (row) => row.campaign },
  { id: "site", label: "visitors.column.site", width: "140px", cell: (row) => <SiteName id={row.site} /> },
  {
    id: "operator",
    label: "visitors.column.operator",
    width: "140px",
    cell: (row) => <OperatorName id={row.operator} />,
  },
];

/** What the narrowest columns come to, with the name, the gaps and the margins: below that the table scrolls sideways. */
export function widthOf(shown: readonly Column[]): string {
  const least = shown.map(({ width }) => Number.parseInt(width.replace("minmax(", ""), 10));
  return `${least.reduce((sum, each) => sum + each + 12, 150 + 32)}px`;
}
