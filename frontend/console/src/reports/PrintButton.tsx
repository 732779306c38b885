import { Printer } from "lucide-react";
import { Act } from "../archive/Act";
import { useTexts } from "../i18n/texts";

export function PrintButton() {
  const { t } = useTexts();
  return <Act icon={Printer} label={t("archive.print")} press={() => window.print()} />;
}
