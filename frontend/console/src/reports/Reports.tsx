import { Lock } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { Message } from "../parts/Message";
import { follow, pathOf, useSearch } from "../shell/route";
import { useSession } from "../shell/session";
import { Overview } from "./Overview";
import "./print.css";
import style from "./Reports.module.css";
import { Schedules } from "./Schedules";
import { Worked } from "./Worked";

const parts = [null, "worktime", "schedules"] as const;
const names = { overview: "reports.overview", worktime: "reports.worktime", schedules: "schedules.title" } as const;

/** What came in, how it was answered, and how long everybody worked: for whoever may read everything. */
export function Reports({ part }: { part: (typeof parts)[number] }) {
  const { t } = useTexts();
  const { permissions } = useSession();
  const search = useSearch();
  if (!permissions.includes("read_all")) {
    return <Message icon={Lock} title={t("failure.forbidden")} text={t("failure.forbiddenHint")} />;
  }
  return (
    <div className={style.screen} data-reports>
      <nav className={style.parts} aria-label={t("reports.title")} data-unprinted>
        {parts.map((each) => (
          <a
            key={each}
            href={pathOf({ page: "reports", part: each }) + search}
            aria-current={each === part ? "page" : undefined}
            onClick={(event) => follow(event, { page: "reports", part: each }, "", search)}
          >
            {t(names[each ?? "overview"])}
          </a>
        ))}
      </nav>
      {part === null ? <Overview /> : part === "worktime" ? <Worked /> : <Schedules />}
    </div>
  );
}
