import { ActionIcon, CopyButton, Tooltip } from "@mantine/core";
import { Check, Clock, Copy, Mail, Phone } from "lucide-react";
import { useTexts } from "../i18n/texts";
import type { RequestRow } from "../rest/requests";
import { useNow } from "../shell/clock";
import style from "./Detail.module.css";
import { phoneWords } from "./times";
import { wantedThere, wantedWords } from "./words";

/** How and when to reach whoever left it. */
export function Contact({ request }: { request: RequestRow }) {
  const { t } = useTexts();
  return (
    <div className={style.contact}>
      {request.phone !== "" && (
        <p className={style.way}>
          <Phone size={17} aria-hidden />
          <a className={style.phone} href={`tel:${request.phone}`} title={t("requests.dial")}>
            {phoneWords(request.phone)}
          </a>
          <Copied text={request.phone} label={t("requests.copyPhone")} />
        </p>
      )}
      {request.email !== "" && (
        <p className={style.way}>
          <Mail size={17} aria-hidden />
          <a href={`mailto:${encodeURIComponent(request.email)}`}>{request.email}</a>
          <Copied text={request.email} label={t("requests.copyEmail")} />
        </p>
      )}
      <Wanted request={request} />
    </div>
  );
}

/** By my clock and, where that is another one, by the visitor's. */
function Wanted({ request }: { request: RequestRow }) {
  const texts = useTexts();
  const { t } = texts;
  const now = useNow(60_000);
  const words = wantedWords(request, now, texts);
  if (words === null) return null;
  const there = wantedThere(request, texts);
  return (
    <p className={style.way}>
      <Clock size={17} aria-hidden />
      <span>
        {t("requests.wanted", { when: words })}
        {there !== null && <span className={style.there}>{t("requests.there", { time: there })}</span>}
        {request.zone === null && <span className={style.there}>{t("requests.zoneUnknown")}</span>}
      </span>
    </p>
  );
}

function Copied({ text, label }: { text: string; label: string }) {
  const { t } = useTexts();
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? t("common.copied") : label}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={copied ? t("common.copied") : label}
            onClick={copy}
          >
            {copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}
