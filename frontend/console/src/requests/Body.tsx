import { useTexts } from "../i18n/texts";
import { LinkedText } from "../parts/LinkedText";
import type { RequestDetail } from "../rest/requests";
import { Contact } from "./Contact";
import style from "./Detail.module.css";
import { Facts } from "./Facts";
import { History } from "./History";
import { Others } from "./Others";

/** All that was said and done of it, the newest at the end. */
export function Body({ detail }: { detail: RequestDetail }) {
  const { t } = useTexts();
  const { request, answers, history, others } = detail;
  return (
    <div className={style.body}>
      <Contact request={request} />
      {request.text !== "" && (
        <p className={style.text} dir="auto">
          <LinkedText text={request.text} />
        </p>
      )}
      {answers.length > 0 && (
        <dl className={style.answers}>
          {answers.map(({ label, value }) => (
            <div key={label}>
              <dt dir="auto">{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <Facts detail={detail} />
      {others.length > 0 && <Others rows={others} />}
      <section aria-label={t("requests.history")}>
        <h3 className={style.heading}>{t("requests.history")}</h3>
        <History entries={history} />
      </section>
    </div>
  );
}
