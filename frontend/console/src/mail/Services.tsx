import { Button } from "@mantine/core";
import { useTexts } from "../i18n/texts";
import type { MailDraft } from "../rest/mail";
import settings from "../settings/Settings.module.css";
import style from "./Mail.module.css";
import { chosen, serviceIds, serviceOf } from "./services";

interface Props {
  value: MailDraft;
  change: (change: Partial<MailDraft>) => void;
}

/** The mail services whose servers need not be looked up, and what each wants besides a password. */
export function Services({ value, change }: Props) {
  const { t } = useTexts();
  const service = serviceOf(value.host);
  return (
    <fieldset className={settings.fieldset}>
      <legend className={style.legend}>{t("mail.service")}</legend>
      <div className={style.services}>
        {serviceIds.map((id) => (
          <Button
            key={id}
            size="xs"
            variant={id === service ? "light" : "default"}
            aria-pressed={id === service}
            onClick={() => change(chosen(id))}
          >
            {t(`mail.service.${id}`)}
          </Button>
        ))}
      </div>
      <p className={style.hint} role="status">
        {service === null ? t("mail.serviceHint") : t(`mail.serviceHint.${service}`)}
      </p>
    </fieldset>
  );
}
