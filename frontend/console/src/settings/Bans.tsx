import { useQuery } from "@tanstack/react-query";
import { Ban as BanIcon } from "lucide-react";
import { visitorName } from "../conversations/names";
import { useTexts } from "../i18n/texts";
import { Message } from "../parts/Message";
import { queries } from "../rest/queries";
import type { Ban } from "../rest/types";
import { serverNow } from "../shell/clock";
import { useConsole } from "../shell/line";
import { Lift, useUntil } from "../visitors/BanVisitor";
import { Loaded } from "./Loaded";
import { Page } from "./Page";
import style from "./Settings.module.css";

/** Whom the sites don't serve. */
export function Bans() {
  const { t } = useTexts();
  const bans = useQuery(queries.bans);
  return (
    <Page title={t("settings.bans")} lead={t("bans.lead")}>
      <Loaded of={bans}>
        {(data) =>
          data.length === 0 ? (
            <Message icon={BanIcon} title={t("bans.none")} text={t("bans.noneHint")} />
          ) : (
            <ul className={style.rows}>
              {data.map((ban) => (
                <li key={ban.id}>
                  <Row ban={ban} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function Row({ ban }: { ban: Ban }) {
  const texts = useTexts();
  const { t, format } = texts;
  const until = useUntil(ban);
  const operator = useConsole((state) => state.operators[ban.operator]?.name) ?? "";
  const site = useConsole((state) => state.sites.find(({ id }) => id === ban.site)?.name) ?? "";
  const name = visitorName({ name: ban.name, label: String(ban.number) }, texts);
  const whose = ban.address === null ? name : t("bans.address", { address: ban.address });
  const why = [ban.address === null ? "" : t("bans.because", { name }), ban.reason].filter((part) => part !== "");
  return (
    <div className={style.row}>
      <BanIcon size={20} className={style.aside} aria-hidden />
      <span className={style.grow}>
        <p className={style.name}>{[whose, until].join(", ")}</p>
        {why.length > 0 && <p className={style.faint}>{why.join(" · ")}</p>}
        <p className={style.faint}>
          {[site, operator, format.dayAndTime(ban.at, serverNow())].filter((part) => part !== "").join(" · ")}
        </p>
      </span>
      <Lift ban={ban} />
    </div>
  );
}
