import { Alert, Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Clock, MailX, Plus } from "lucide-react";
import { useState } from "react";
import { type Texts, useTexts } from "../i18n/texts";
import { Message } from "../parts/Message";
import { removeSchedule, type Schedule, schedulesQuery } from "../rest/schedules";
import { Loaded } from "../settings/Loaded";
import { useConsole } from "../shell/line";
import { follow, pathOf, type Route } from "../shell/route";
import { useIsAdministrator } from "../shell/session";
import style from "./Reports.module.css";
import { ScheduleDialog } from "./ScheduleDialog";
import own from "./Schedules.module.css";

/** Reports that go out by e-mail at set times: one's own. */
export function Schedules() {
  const { t } = useTexts();
  const schedules = useQuery(schedulesQuery);
  const [edited, edit] = useState<Schedule | "new" | null>(null);
  const add = (
    <Button size="compact-sm" leftSection={<Plus size={15} aria-hidden />} onClick={() => edit("new")}>
      {t("schedules.add")}
    </Button>
  );
  return (
    <div className={style.scroller}>
      <div className={own.column}>
        <Loaded of={schedules}>
          {({ schedules: all, sends }) => (
            <>
              <div className={own.lead}>
                <p>{t("schedules.lead")}</p>
                {all.length > 0 && add}
              </div>
              {!sends && <NoMail />}
              {all.length === 0 ? (
                <Message icon={Clock} title={t("schedules.none")} text={t("schedules.noneHint")}>
                  {add}
                </Message>
              ) : (
                <ul className={own.list}>
                  {all.map((schedule) =>
                    schedule.stopped ? (
                      <Stopped key={schedule.id} schedule={schedule} />
                    ) : (
                      <Row key={schedule.id} schedule={schedule} edit={() => edit(schedule)} />
                    ),
                  )}
                </ul>
              )}
            </>
          )}
        </Loaded>
      </div>
      {edited !== null && <ScheduleDialog schedule={edited === "new" ? null : edited} close={() => edit(null)} />}
    </div>
  );
}

/** Whoever can set e-mail up is led there, the others know whom to ask. */
function NoMail() {
  const { t } = useTexts();
  const mail: Route = { page: "settings", section: "mail", item: null };
  return (
    <Alert color="yellow" icon={<MailX size={18} aria-hidden />} title={t("schedules.noMail")}>
      {t("schedules.noMailHint")}{" "}
      {useIsAdministrator() ? (
        <a className={own.way} href={pathOf(mail)} onClick={(event) => follow(event, mail)}>
          {t("schedules.setUpMail")}
        </a>
      ) : (
        t("schedules.askForMail")
      )}
    </Alert>
  );
}

function Row({ schedule, edit }: { schedule: Schedule; edit: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <li>
      <button type="button" className={own.row} onClick={edit}>
        <strong>{schedule.name}</strong>
        <span>{[t(`schedules.every.${schedule.cadence}`), schedule.emails.join(", ")].join(" · ")}</span>
        <span className={own.small}>
          {t("schedules.next", { when: nextOf(schedule, texts) })}
          {schedule.waiting > 0 && ` · ${t("schedules.waiting", { count: schedule.waiting })}`}
        </span>
      </button>
    </li>
  );
}

/** One that somebody left behind: it can only be removed. */
function Stopped({ schedule: { id, name, owner } }: { schedule: Schedule }) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const by = useConsole((state) => state.operators[owner]?.name) ?? t("person.unknown");
  const remove = useMutation({
    mutationFn: removeSchedule,
    onSuccess: () => cache.invalidateQueries({ queryKey: schedulesQuery.queryKey }),
  });
  return (
    <li className={own.stopped}>
      <strong>{name}</strong>
      <span>{t("schedules.stopped", { name: by })}</span>
      <Button
        size="compact-xs"
        color="red"
        variant="subtle"
        loading={remove.isPending}
        aria-label={`${t("schedules.remove")}: ${name}`}
        onClick={() => remove.mutate(id)}
      >
        {t("schedules.remove")}
      </Button>
      {remove.isError && <span role="alert">{t("schedules.notRemoved")}</span>}
    </li>
  );
}

/** By the clock that the schedule goes by. */
function nextOf({ nextAt, zone }: Schedule, { format }: Texts): string {
  return new Intl.DateTimeFormat(format.locale, {
    weekday: "short",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  }).format(nextAt);
}
