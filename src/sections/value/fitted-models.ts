import type { BetaGeometric } from "../../statistics/models/beta-geometric.ts";
import type { GammaGamma } from "../../statistics/models/gamma-gamma.ts";
import { aicOf, type TimingName, type ValueFits } from "./model.ts";

/** A model as it is published. */
export interface FittedModel {
  name: TimingName | "Gamma-Gamma";
  parameters: { name: string; value: number; error: number | null }[];
  logLikelihood: number;
  aic: number;
  used: boolean;
}

/** The models that were fitted, with standard errors by the delta method from those of the logarithms. */
export function fittedModels(fits: ValueFits): FittedModel[] {
  const parameters = <Model extends object>(
    model: Model,
    names: readonly (keyof Model & string)[],
    covariance: number[][] | null,
  ) =>
    names.map((name, index) => {
      const value = Number(model[name]);
      const variance = covariance?.[index]?.[index];
      // The covariance is that of the logarithms.
      return { name, value, error: variance === undefined ? null : value * Math.sqrt(variance) };
    });
  const names = ["r", "alpha", "a", "b"] as const;
  const orders = fits.orders.map(
    (each, index): FittedModel => ({
      name: each.name,
      parameters: parameters<BetaGeometric>(
        each.fit.model,
        names.slice(0, each.parameters),
        each.fit.covariance,
      ),
      logLikelihood: each.fit.logLikelihood,
      aic: aicOf(each),
      used: index === fits.chosen,
    }),
  );
  const { spend } = fits;
  return [
    ...orders,
    {
      name: "Gamma-Gamma",
      parameters: parameters<GammaGamma>(spend.model, ["p", "q", "v"], spend.covariance),
      logLikelihood: spend.logLikelihood,
      aic: 2 * 3 - 2 * spend.logLikelihood,
      used: true,
    },
  ];
}
