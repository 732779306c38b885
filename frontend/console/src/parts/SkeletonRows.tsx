import { Skeleton } from "@mantine/core";
import style from "./SkeletonRows.module.css";
import { Slowly } from "./Slowly";

/** The outline of a list that is being read. */
export function SkeletonRows({ count = 6 }: { count?: number }) {
  return (
    <Slowly>
      <div className={style.rows} aria-hidden>
        {Array.from({ length: count }, (_, index) => `row ${index}`).map((key, index) => (
          <div key={key} className={style.row}>
            <Skeleton circle height={36} />
            <div className={style.lines}>
              <Skeleton height={12} width={`${56 - (index % 3) * 12}%`} />
              <Skeleton height={12} width={`${88 - (index % 4) * 9}%`} />
            </div>
          </div>
        ))}
      </div>
    </Slowly>
  );
}
