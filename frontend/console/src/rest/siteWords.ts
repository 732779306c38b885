/** What a site says in its window in one language. */
export interface SiteWords {
  title: string;
  placeholder: string;
  nobody: string;
  consent: string;
}
