import type { Page } from "@beseda/protocol";
import { useTexts } from "../i18n/texts";
import { PageLink } from "../parts/PageLink";
import { hostOf, pathOf } from "../parts/pages";
import style from "./VisitorCard.module.css";

/** Where the visitor is on the site, or was when they left. */
export function PageNow({ page, online }: { page: Page | null; online: boolean }) {
  const { t } = useTexts();
  if (page === null) return null;
  return (
    <section className={style.section}>
      <h3 className={style.heading}>{t(online ? "visitor.pageNow" : "visitor.pageLast")}</h3>
      <div className={style.page}>
        <PageLink page={page} />
        <span className={style.address} title={page.url}>
          {hostOf(page.url)}
          {pathOf(page.url)}
        </span>
        {page.referrer !== "" && (
          <span className={style.address}>{t("visitor.from", { site: hostOf(page.referrer) })}</span>
        )}
      </div>
    </section>
  );
}
