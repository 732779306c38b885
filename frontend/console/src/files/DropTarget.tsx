import { watchDrops } from "@beseda/ui/files";
import { useEffect, useRef, useState } from "react";
import { useTexts } from "../i18n/texts";
import style from "./DropTarget.module.css";

/** Takes files that are dropped anywhere on the page, and shows where they will be. */
export function DropTarget({ add }: { add: (files: readonly File[]) => void }) {
  const { t } = useTexts();
  const [over, setOver] = useState(false);
  const latest = useRef(add);
  latest.current = add;
  useEffect(() => watchDrops(setOver, (files) => latest.current(files)), []);
  return over && <div className={style.target}>{t("files.drop")}</div>;
}
