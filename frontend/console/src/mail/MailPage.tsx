import { useQuery } from "@tanstack/react-query";
import { useTexts } from "../i18n/texts";
import { MailboxPart } from "../mailbox/MailboxPart";
import { mailQuery } from "../rest/mail";
import { Loaded } from "../settings/Loaded";
import { Block, Page } from "../settings/Page";
import { AnswersForm } from "./AnswersForm";
import { Letters } from "./Letters";
import { MailForm } from "./MailForm";
import { Standing } from "./Standing";

/** How letters go out, whether they do, and which of them did not. */
export function MailPage() {
  const { t } = useTexts();
  const mail = useQuery(mailQuery);
  return (
    <Page title={t("settings.mail")} lead={t("mail.lead")}>
      <Loaded of={mail}>
        {(data) => (
          <>
            <Standing mail={data} />
            <MailForm mail={data} />
            <AnswersForm mail={data} />
            {data.letters.length > 0 && (
              <Block title={t("mail.letters")}>
                <Letters mail={data} />
              </Block>
            )}
            <MailboxPart mail={data} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
