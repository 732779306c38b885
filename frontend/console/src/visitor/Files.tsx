import { UnstyledButton } from "@mantine/core";
import { ChevronDown, ChevronRight } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTexts } from "../i18n/texts";
import style from "./VisitorCard.module.css";

const FileList = lazy(() => import("./FileList").then((file) => ({ default: file.FileList })));

/** The files of this visitor's conversations; nothing is asked for until somebody wants to see them. */
export function Files({ visitor }: { visitor: string }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <section className={style.section}>
      <h3 className={style.heading}>
        <UnstyledButton className={style.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t("visitor.files")}
          <Chevron size={14} aria-hidden />
        </UnstyledButton>
      </h3>
      {open && (
        <Suspense>
          <FileList visitor={visitor} />
        </Suspense>
      )}
    </section>
  );
}
