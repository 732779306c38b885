import type { Conversation } from "@beseda/protocol";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, ChevronDown, ChevronUp, Link as LinkIcon, MessagesSquare, Printer, X } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { Goals } from "../conversations/Goals";
import { LogItems } from "../conversations/LogItems";
import { copyLink, placeOf } from "../conversations/links";
import { visitorName } from "../conversations/names";
import { usePastLog } from "../conversations/PastLog";
import { QuotedContext } from "../conversations/quoting";
import { Rated } from "../conversations/Rated";
import { useLinked, useLinkedPlace } from "../conversations/useLinked";
import { useTexts } from "../i18n/texts";
import { type Find, useHighlights } from "../logSearch/highlights";
import { Avatar } from "../parts/Avatar";
import { Failure } from "../parts/Failure";
import { SkeletonRows } from "../parts/SkeletonRows";
import type { ArchiveNote, ArchiveRow, LateAnswer } from "../rest/archive";
import { queries } from "../rest/queries";
import { serverNow } from "../shell/clock";
import { useConsole } from "../shell/line";
import { follow, navigate, pathOf } from "../shell/route";
import { useSignal } from "../shell/signals";
import { Act } from "./Act";
import shared from "./Archive.module.css";
import type { Filters } from "./filters";
import { finderOf, stepped } from "./hits";
import { operatorsOf } from "./names";
import style from "./Pane.module.css";
import { print } from "./print";
import { linkIn, ReadingOf } from "./Reading";
import { Signs } from "./Signs";
import sign from "./Signs.module.css";
import { useArchived } from "./useArchive";

interface Props {
  id: string;
  /** What the archive told of it; undefined where it is not among what was found. */
  found: ArchiveRow | undefined;
  filters: Filters;
  narrow: boolean;
  close: () => void;
}

/** One conversation of the archive as it was held. */
export function Pane({ id, found, filters, narrow, close }: Props) {
  const { t } = useTexts();
  const stored = useQuery(queries.conversation(id));
  const archived = useArchived(id, filters);
  const row = found ?? archived?.conversation ?? undefined;
  return (
    <section className={style.pane} aria-label={t("pane.log")} data-printed="conversation">
      {stored.data !== undefined ? (
        <Held
          conversation={stored.data}
          row={row}
          notes={archived?.notes ?? noNotes}
          words={filters.words}
          narrow={narrow}
          close={close}
        />
      ) : (
        <>
          <div className={style.paneHead}>
            <Close narrow={narrow} close={close} />
          </div>
          {stored.isError ? (
            <Failure error={stored.error} retry={() => void stored.refetch()} />
          ) : (
            <SkeletonRows count={4} />
          )}
        </>
      )}
    </section>
  );
}

const noneLate: readonly LateAnswer[] = [];
const noNotes: readonly ArchiveNote[] = [];

interface HeldProps extends Pick<Props, "narrow" | "close"> {
  conversation: Conversation;
  row: ArchiveRow | undefined;
  notes: readonly ArchiveNote[];
  words: string;
}

function Held({ conversation, row, notes, words, narrow, close }: HeldProps) {
  const { t } = useTexts();
  const { id } = conversation;
  const { log, events, items } = usePastLog(conversation, notes);
  const box = useRef<HTMLDivElement>(null);
  const [wanted, want] = useLinkedPlace();
  const [current, point] = useState<string | null>(null);
  const find = useFinder(words, row);
  const places = useMemo(() => row?.hitPlaces ?? (find === null ? [] : placesOf(items, find)), [row, find, items]);
  const loaded = log.data !== undefined;
  useLinked({
    wanted,
    want,
    box,
    loaded,
    older: log.hasNextPage && !log.isFetchingNextPage ? () => void log.fetchNextPage() : null,
    show: (element) => {
      centre(element, box.current);
      point(element.dataset.seq ?? null);
    },
    rows: items,
  });
  const first = places[0];
  // The first place found is shown unless the address names another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each search.
  useEffect(() => {
    if (first !== undefined && wanted === null && current === null) want(first);
  }, [first, words]);
  useHighlights(box, find, current, items);
  const step = (by: 1 | -1) => {
    const next = stepped(places, current, by);
    if (next !== null) want(next);
  };
  useSignal("nextHit", () => step(1));
  useSignal("previousHit", () => step(-1));
  const goTo = useMemo(() => (seq: number) => want(`${seq}`), [want]);
  const printAll = async () => {
    for (let more = log.hasNextPage; more; ) more = (await log.fetchNextPage()).hasNextPage;
    print("conversation");
  };
  return (
    <>
      <Head conversation={conversation} row={row} narrow={narrow} close={close} print={() => void printAll()} />
      {words.trim() !== "" && loaded && <Steps places={places} current={current} step={step} />}
      <div
        ref={box}
        className={style.log}
        role="log"
        aria-label={t("pane.log")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
        tabIndex={0}
      >
        {log.isError && <Failure error={log.error} retry={() => void log.refetch()} />}
        {!loaded && !log.isError && <SkeletonRows count={4} />}
        {log.hasNextPage && (
          <Button
            size="compact-sm"
            variant="subtle"
            loading={log.isFetchingNextPage}
            onClick={() => void log.fetchNextPage()}
          >
            {t("archive.older")}
          </Button>
        )}
        <ReadingOf id={id} late={row?.late ?? noneLate} goTo={goTo}>
          <QuotedContext value={events}>
            <LogItems items={items} conversation={conversation} />
          </QuotedContext>
        </ReadingOf>
        <Rated conversation={conversation} />
        <Goals conversation={conversation} />
      </div>
    </>
  );
}

/** Scrolls nothing but the log itself. */
function centre(element: HTMLElement, log: HTMLElement | null): void {
  if (log === null) return;
  const above = element.getBoundingClientRect().top - log.getBoundingClientRect().top;
  log.scrollTop += above - (log.clientHeight - element.offsetHeight) / 2;
}

function useFinder(words: string, row: ArchiveRow | undefined): Find | null {
  const forms = useMemo(
    () => (row?.hits ?? []).flatMap(({ text, marks }) => marks.map(([from, until]) => text.slice(from, until))),
    [row],
  );
  return useMemo(() => (words.trim() === "" ? null : finderOf(words, forms)), [words, forms]);
}

/** Where the words are in what is loaded. */
function placesOf(items: ReturnType<typeof usePastLog>["items"], find: Find): string[] {
  return items.flatMap((item) =>
    item.kind === "text" && find(item.text.text).length > 0 ? (placeOf(item.text) ?? []) : [],
  );
}

interface StepsProps {
  places: readonly string[];
  current: string | null;
  step: (by: 1 | -1) => void;
}

function Steps({ places, current, step }: StepsProps) {
  const { t } = useTexts();
  const at = current === null ? -1 : places.indexOf(current);
  const none = places.length === 0;
  return (
    <div className={style.steps} data-unprinted>
      <span role="status">
        {none ? t("search.nothing") : t("archive.hitOf", { at: at < 0 ? "–" : at + 1, count: places.length })}
      </span>
      <Act plain icon={ChevronUp} label={t("action.previousHit")} disabled={none} press={() => step(-1)} />
      <Act plain icon={ChevronDown} label={t("action.nextHit")} disabled={none} press={() => step(1)} />
    </div>
  );
}

interface HeadProps extends Pick<HeldProps, "row" | "narrow" | "close"> {
  conversation: Conversation;
  print: () => void;
}

function Head({ conversation, row, narrow, close, print: printAll }: HeadProps) {
  const texts = useTexts();
  const { t, format } = texts;
  const { visitor, id, openedAt, closedAt } = conversation;
  const operators = useConsole((state) => state.operators);
  const name = visitorName(visitor, texts);
  const profile = { page: "visitors", visitor: visitor.id } as const;
  return (
    <header className={style.paneHead}>
      {narrow && <Close narrow close={close} />}
      <Avatar id={visitor.id} name={name} size={34} />
      <div className={style.who}>
        <h2 className={style.whoName}>
          <a href={pathOf(profile)} onClick={(event) => follow(event, profile)}>
            {name}
          </a>
        </h2>
        <span className={sign.facts}>
          <time>{format.dayAndTime(openedAt, serverNow())}</time>
          <span>{closedAt === null ? t("archive.open") : format.duration(closedAt - openedAt)}</span>
          {row !== undefined && row.operators.length > 0 && <span>{operatorsOf(row, operators, texts)}</span>}
        </span>
      </div>
      <div className={shared.acts} data-unprinted>
        <Act plain icon={LinkIcon} label={t("archive.copyLink")} press={() => void copyLink(texts, linkIn(id))} />
        <Act
          plain
          icon={MessagesSquare}
          label={t("archive.inConversations")}
          press={() => navigate({ page: "conversations", conversation: id })}
        />
        <Act plain icon={Printer} label={t("archive.print")} press={printAll} />
        {!narrow && <Close narrow={false} close={close} />}
      </div>
      {row !== undefined && <Signs row={row} />}
    </header>
  );
}

function Close({ narrow, close }: Pick<Props, "narrow" | "close">) {
  const { t } = useTexts();
  return narrow ? (
    <Act plain icon={ArrowLeft} label={t("archive.toList")} press={close} />
  ) : (
    <Act plain icon={X} label={t("common.close")} press={close} />
  );
}
