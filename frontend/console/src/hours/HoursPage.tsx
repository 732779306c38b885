import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { CalendarClock, ChevronRight, Plus, TriangleAlert } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { Message } from "../parts/Message";
import { type Timetable, timetablesQuery } from "../rest/hours";
import { Loaded } from "../settings/Loaded";
import { Page } from "../settings/Page";
import settings from "../settings/Settings.module.css";
import { serverNow } from "../shell/clock";
import { follow, navigate, pathOf, type Route } from "../shell/route";
import style from "./Hours.module.css";
import { TimetableForm } from "./TimetableForm";
import { useUsers } from "./useUsers";
import { stateWords, weekWords } from "./words";

const fresh: Route = { page: "settings", section: "hours", item: "new" };

/** When the company answers: its timetables; one of them when `item` names it. */
export function HoursPage({ item }: { item: string | null }) {
  const { t } = useTexts();
  const timetables = useQuery({ ...timetablesQuery, staleTime: 0, refetchInterval: 60_000 });
  if (item !== null) return <Loaded of={timetables}>{(data) => <One timetables={data} id={item} />}</Loaded>;
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => navigate(fresh)}>
      {t("timetables.add")}
    </Button>
  );
  return (
    <Page title={t("settings.hours")} lead={t("timetables.lead")} action={add}>
      <Loaded of={timetables}>
        {(data) =>
          data.length === 0 ? (
            <Message icon={CalendarClock} title={t("timetables.none")} text={t("timetables.noneHint")} />
          ) : (
            <ul className={settings.rows}>
              {data.map((timetable) => (
                <li key={timetable.id}>
                  <Row timetable={timetable} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function One({ timetables, id }: { timetables: readonly Timetable[]; id: string }) {
  const { t } = useTexts();
  const found = timetables.find((each) => each.id === id);
  if (found === undefined && id !== "new") {
    return <Message icon={TriangleAlert} title={t("failure.missing")} text={t("failure.missingHint")} />;
  }
  return <TimetableForm key={id} timetable={found ?? null} />;
}

function Row({ timetable }: { timetable: Timetable }) {
  const texts = useTexts();
  const users = useUsers(timetable);
  const route: Route = { page: "settings", section: "hours", item: timetable.id };
  return (
    <a href={pathOf(route)} className={settings.row} onClick={(event) => follow(event, route)}>
      <span className={style.entry}>
        <span className={settings.name}>{timetable.name}</span>
        <span className={settings.faint}>{weekWords(timetable.week, texts)}</span>
        <span className={style.now} data-open={timetable.open || undefined}>
          {stateWords(timetable, serverNow(), texts)}
        </span>
        <span className={settings.faint}>
          {users === "" ? texts.t("timetables.unused") : texts.t("timetables.usedBy", { users })}
        </span>
      </span>
      <ChevronRight size={18} aria-hidden className={settings.aside} />
    </a>
  );
}
