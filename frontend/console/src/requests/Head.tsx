import { ActionIcon } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, Mail, PanelRight, Phone } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { LocalTime } from "../parts/LocalTime";
import { kindNamesQuery, type RequestRow } from "../rest/requests";
import { useNow } from "../shell/clock";
import { useConsole } from "../shell/line";
import { DueMark } from "./DueMark";
import style from "./Requests.module.css";
import { kindWords, whoOf } from "./words";

interface Props {
  request: RequestRow;
  /** Whether what is known of the visitor is open. */
  beside: boolean;
  toggle: () => void;
  back?: () => void;
}

/** Who it is from, of what kind, how it stands. */
export function Head({ request, beside, toggle, back }: Props) {
  const texts = useTexts();
  const { t, language } = texts;
  const kinds = useQuery(kindNamesQuery).data;
  const site = useConsole(({ sites }) =>
    sites.length > 1 ? sites.find(({ id }) => id === request.site)?.name : undefined,
  );
  const Icon = request.nature === "call" ? Phone : Mail;
  return (
    <header className={style.paneHead}>
      {back !== undefined && (
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t("pane.back")} onClick={back}>
          <ArrowLeft size={20} aria-hidden />
        </ActionIcon>
      )}
      <span className={style.nature} data-nature={request.nature}>
        <Icon size={18} role="img" aria-label={t(`requests.nature.${request.nature}`)} />
      </span>
      <div className={style.who}>
        <h2 className={style.whoName} dir="auto">
          {whoOf(request, texts)}
        </h2>
        <p className={style.facts}>
          <span>{kindWords(kinds, request.kind, language) || t(`requests.nature.${request.nature}`)}</span>
          {site !== undefined && <span>{site}</span>}
          {request.zone !== null && <LocalTime zone={request.zone} />}
          <State request={request} />
        </p>
      </div>
      <DueMark row={request} />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t("visitor.title")}
        aria-expanded={beside}
        onClick={toggle}
      >
        <PanelRight size={18} aria-hidden />
      </ActionIcon>
    </header>
  );
}

/** Whose it is, and since when. */
function State({ request: { state, owner, claimedAt, doneAt } }: { request: RequestRow }) {
  const { t, format } = useTexts();
  const now = useNow(60_000);
  const me = useConsole((snapshot) => snapshot.me);
  const name = useConsole(({ operators }) => operators[owner ?? ""]?.name) ?? t("person.unknown");
  if (state === "open") return <span>{t("requests.nobodys")}</span>;
  const at = (state === "done" ? doneAt : claimedAt) ?? 0;
  const when = format.dayAndTime(at, now);
  if (state === "done") return <span>{t("requests.doneAt", { when })}</span>;
  return <span>{owner === me ? t("requests.mineSince", { when }) : t("requests.ownerSince", { name, when })}</span>;
}
