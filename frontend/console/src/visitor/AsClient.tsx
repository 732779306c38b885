import { BadgeCheck, CircleHelp, ExternalLink } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { safeAddress } from "../parts/pages";
import type { Client, FilledLink } from "../rest/clients";
import type { Visitor } from "../rest/types";
import style from "./VisitorCard.module.css";

/** Who the visitor is to the company: its own id of them, how sure that is, and the way to their cards in its other systems. */
export function AsClient({ visitor: { client, links } }: { visitor: Visitor }) {
  const { t } = useTexts();
  if (client === null && links.length === 0) return null;
  return (
    <section className={style.section}>
      <h3 className={style.heading}>{t("client.title")}</h3>
      {client !== null && <Known client={client} />}
      {links.length > 0 && (
        <ul className={style.links}>
          {links.map((link) => (
            <li key={link.title}>
              <Way link={link} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What they said of themselves when they were asked before a conversation; nobody verified it. */
export function Answers({ visitor: { answers } }: { visitor: Visitor }) {
  const { t } = useTexts();
  if (answers.length === 0) return null;
  return (
    <section className={style.section}>
      <h3 className={style.heading} title={t("client.answersHint")}>
        {t("client.answers")}
      </h3>
      <dl className={style.facts}>
        {answers.map(({ name, value }) => (
          <Field key={name} name={name} value={value} />
        ))}
      </dl>
    </section>
  );
}

function Known({ client }: { client: Client }) {
  const { t } = useTexts();
  const sure = client.proof !== "CLAIMED";
  const Icon = sure ? BadgeCheck : CircleHelp;
  const proof = t(`client.proof.${client.proof}`);
  return (
    <>
      <p className={style.proof} data-sure={sure || undefined} title={t(`client.proofHint.${client.proof}`)}>
        <Icon size={15} aria-hidden />
        {proof}
      </p>
      <dl className={style.facts}>
        {client.id !== "" && (
          <>
            <dt>{t("client.id")}</dt>
            <dd>{client.id}</dd>
          </>
        )}
        {client.company !== null && (
          <>
            <dt>{t("client.company")}</dt>
            <dd>{client.company}</dd>
          </>
        )}
        {client.fields.map(({ name, value }) => (
          <Field key={name} name={name} value={value} />
        ))}
      </dl>
    </>
  );
}

function Field({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function Way({ link }: { link: FilledLink }) {
  const { t } = useTexts();
  const address = link.url === null ? null : safeAddress(link.url);
  if (address === null) {
    return (
      <span className={style.faint}>{t("client.missing", { title: link.title, names: link.missing.join(", ") })}</span>
    );
  }
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {link.title}
      <ExternalLink size={13} aria-hidden />
    </a>
  );
}
