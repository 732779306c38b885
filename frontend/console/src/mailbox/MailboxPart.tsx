import { useQuery } from "@tanstack/react-query";
import { useTexts } from "../i18n/texts";
import type { Mail } from "../rest/mail";
import { boxQuery } from "../rest/mailbox";
import { Loaded } from "../settings/Loaded";
import { Block } from "../settings/Page";
import style from "../settings/Settings.module.css";
import { BoxForm } from "./BoxForm";
import { BoxLetters } from "./BoxLetters";
import { BoxStanding } from "./BoxStanding";

/** Where answers come to, whether they are read, and which of them did not get into a conversation. */
export function MailboxPart({ mail }: { mail: Mail }) {
  const { t } = useTexts();
  const box = useQuery(boxQuery);
  return (
    <Block title={t("mailbox.title")}>
      <p className={style.faint}>{t("mailbox.lead")}</p>
      <Loaded of={box}>
        {(data) => (
          <>
            <BoxStanding box={data} />
            <BoxForm box={data} mail={mail} />
            {data.letters.length > 0 && <BoxLetters letters={data.letters} />}
          </>
        )}
      </Loaded>
    </Block>
  );
}
