import { Badge, Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { MonitorSmartphone } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { OwnSession } from "../rest/types";
import { serverNow } from "../shell/clock";
import { Loaded } from "./Loaded";
import style from "./Settings.module.css";

/** Where I am signed in; each of them, or all the others, can be ended from here. */
export function Sessions() {
  const { t } = useTexts();
  const sessions = useQuery(queries.sessions);
  const cache = useQueryClient();
  const end = useMutation({
    mutationFn: (path: string) => request("DELETE", path),
    onSettled: () => cache.invalidateQueries({ queryKey: queries.sessions.queryKey }),
  });
  return (
    <Loaded of={sessions}>
      {(data) => (
        <>
          <ul className={style.rows}>
            {data.map((session) => (
              <li key={session.id}>
                <Row session={session} end={() => end.mutate(`/api/sessions/${session.id}`)} />
              </li>
            ))}
          </ul>
          {data.length > 2 && (
            <div>
              <Button variant="default" color="red" onClick={() => end.mutate("/api/sessions")}>
                {t("sessions.endOthers")}
              </Button>
            </div>
          )}
        </>
      )}
    </Loaded>
  );
}

function Row({ session, end }: { session: OwnSession; end: () => void }) {
  const { t, format } = useTexts();
  return (
    <div className={style.row}>
      <MonitorSmartphone size={20} className={style.aside} aria-hidden />
      <span className={style.grow}>
        <p className={style.name}>
          {[session.browser, session.system].filter(Boolean).join(", ") || t("sessions.unknown")}
        </p>
        <p className={style.faint}>
          {t("sessions.seen", { address: session.address, time: format.dayAndTime(session.seenAt, serverNow()) })}
        </p>
      </span>
      {session.current ? (
        <Badge variant="light" color="accent">
          {t("sessions.current")}
        </Badge>
      ) : (
        <Button size="xs" variant="subtle" color="red" onClick={end}>
          {t("sessions.end")}
        </Button>
      )}
    </div>
  );
}
