import { type FigureGroup, figureGroup, withFigures } from "../../components/figure-group.ts";
import type { Source } from "../../report/source.ts";
import { loyaltyTitle, sectionWords } from "../../report/words/sections.ts";
import {
  buyingHabits,
  customersByAge,
  customersByGender,
  ordersPerCustomer,
  preferredPayment,
  purchaseFrequency,
  ratingDistribution,
  subscribersByGender,
} from "./figures/customers.ts";
import { newAndReturning } from "./figures/new-customers.ts";
import { customersLead, loyaltyLead } from "./words/leads.ts";
import { newCustomerWords } from "./words/new-customers.ts";

/** What the page of customers shows, as far as the data support it. */
export function customerGroups(source: Source): FigureGroup[] {
  const { report, format } = source;
  return withFigures([
    figureGroup("who", sectionWords.who, customersLead(report, format), [
      customersByAge(source),
      customersByGender(source),
      subscribersByGender(source),
      purchaseFrequency(source),
    ]),
    figureGroup("habits", sectionWords.habits.title, sectionWords.habits.lead, [
      ...buyingHabits(source),
      preferredPayment(source),
    ]),
    figureGroup("new", newCustomerWords.title, newCustomerWords.lead, [newAndReturning(source)]),
    figureGroup("loyalty", loyaltyOf(source), loyaltyLead(report, format), [
      ordersPerCustomer(source),
      ratingDistribution(source),
    ]),
  ]);
}

function loyaltyOf(source: Source): string {
  return loyaltyTitle({
    orders: ordersPerCustomer(source) !== null,
    previous: source.report.previousPurchases !== null,
    ratings: ratingDistribution(source) !== null,
  });
}
