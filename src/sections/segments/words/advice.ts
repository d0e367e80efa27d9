/** Something to do about a persona, and why. */
export interface Action {
  title: string;
  words: string;
}

/** What an action may speak of, as parts of sentences. */
export interface Facts {
  /** `The typical customer has 11 orders, the last 24 days ago` */
  typical: string;
  /** `11 orders`, `24 previous purchases` */
  times: string;
  /** `$2,044 of revenue`, `$81.00 a purchase` */
  spend: string;
  customers: string;
  customersShare: string;
  revenueShare: string;
}

export type Advice = (facts: Facts) => Action;
