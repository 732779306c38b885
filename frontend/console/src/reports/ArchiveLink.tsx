import type { ReactNode } from "react";
import { follow, pathOf } from "../shell/route";
import { type Asked, archiveSearch, type Narrowed } from "./asked";
import style from "./Reports.module.css";

const archive = { page: "archive", conversation: null } as const;

interface Props {
  asked: Asked;
  narrowed: Narrowed;
  /** What it counts, where that is not said beside it. */
  label?: string;
  children: ReactNode;
}

/** A number that leads to the conversations it counts. */
export function ArchiveLink({ asked, narrowed, label, children }: Props) {
  const search = archiveSearch(asked, narrowed);
  return (
    <a
      className={style.number}
      href={pathOf(archive) + search}
      aria-label={label}
      onClick={(event) => follow(event, archive, "", search)}
    >
      {children}
    </a>
  );
}
