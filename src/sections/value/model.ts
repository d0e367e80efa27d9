import {
  type BetaGeometric,
  type BetaGeometricFit,
  fitBetaGeometric,
} from "../../statistics/models/beta-geometric.ts";
import { fitGammaGamma, type GammaGamma, type GammaGammaFit } from "../../statistics/models/gamma-gamma.ts";
import { fitNegativeBinomial } from "../../statistics/models/negative-binomial.ts";
import { historiesOf, type WatchedCustomer } from "./question.ts";

/** When and how much customers buy. */
export interface ValueModel {
  orders: BetaGeometric;
  spend: GammaGamma;
}

/** The fits behind a model. */
export interface ValueFits {
  /** BG/NBD; where it finds next to nobody dropping out, MBG/NBD and NBD as well. */
  orders: { name: TimingName; fit: BetaGeometricFit; parameters: number }[];
  /** The place in `orders` of the one that is used. */
  chosen: number;
  spend: GammaGammaFit;
}

export type TimingName = "BG/NBD" | "MBG/NBD" | "NBD";

/** Why no model of the customers can be used. */
export type NoModel = "orders" | "spend";

/** A customer drops out after fewer than so many purchases in a hundred: the model has found no dropping out. */
const leastDropout = 0.01;

/**
 * Fits BG/NBD to when customers buy and Gamma–Gamma to what they spend a day of purchase. Where BG/NBD finds that next
 * to nobody drops out (a / (a + b) below 1 %), or its likelihood is flat, MBG/NBD and NBD, in which nobody does, are
 * fitted too, and the one of the smallest AIC is taken.
 */
export function fitModel(customers: readonly WatchedCustomer[]): ValueFits | NoModel {
  const histories = historiesOf(customers);
  const orders: ValueFits["orders"] = [
    { name: "BG/NBD", fit: fitBetaGeometric(histories, "bg"), parameters: 4 },
  ];
  if (orders.some(({ fit }) => !isSound(fit)))
    orders.push(
      { name: "MBG/NBD", fit: fitBetaGeometric(histories, "mbg"), parameters: 4 },
      { name: "NBD", fit: fitNegativeBinomial(histories), parameters: 2 },
    );
  const [best] = orders
    .filter(({ fit: { converged, covariance } }) => converged && covariance !== null)
    .sort((one, other) => aicOf(one) - aicOf(other));
  if (best === undefined) return "orders";
  const spends = customers.flatMap(({ spend }) => (spend === null || !(spend.mean > 0) ? [] : [spend]));
  const spend = fitGammaGamma(spends);
  // Up to q = 1 the mean spend of all customers is infinite.
  if (!spend.converged || spend.covariance === null || spend.model.q <= 1) return "spend";
  return { orders, chosen: orders.indexOf(best), spend };
}

function isSound({ model: { a, b }, converged, covariance }: BetaGeometricFit): boolean {
  return converged && covariance !== null && a / (a + b) >= leastDropout;
}

/** Akaike's criterion: the smaller, the better does a model tell the data for its number of parameters. */
export function aicOf({ fit, parameters }: ValueFits["orders"][number]): number {
  return 2 * parameters - 2 * fit.logLikelihood;
}

/** The fit of the purchases that is used. */
export function chosenFit({ orders, chosen }: ValueFits): BetaGeometricFit {
  const used = orders[chosen];
  if (used === undefined) throw new RangeError(`there is no fit ${chosen}`);
  return used.fit;
}

/** The models that are used, as they were fitted. */
export function modelOf(fits: ValueFits): ValueModel {
  return { orders: chosenFit(fits).model, spend: fits.spend.model };
}
