import { useQuery } from "@tanstack/react-query";
import { MapPinOff } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { queries } from "../rest/queries";
import style from "./Visitors.module.css";

/** Says why no cities are shown, and what to do about it. */
export function NoCities() {
  const { t } = useTexts();
  const { data } = useQuery({ ...queries.places, refetchInterval: 60_000 });
  if (data === undefined || data.cities) return null;
  return (
    <p className={style.noCities} role="status">
      <MapPinOff size={14} aria-hidden />
      {data.path === null ? t("visitors.noCities") : t("visitors.noCitiesPath", { path: data.path })}
    </p>
  );
}
