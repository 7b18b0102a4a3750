import type { Tuning } from './model.ts';

/** Written by `npm run train`. */
export const tuning: Tuning = {
  "madeFrom": "d04aeb4da058da03",
  "scales": [
    0.811291,
    0.856306,
    0.752894,
    0.986625,
    0.901853,
    0.959181,
    0.808905,
    1.00258,
    1.01822,
    0.888507,
    0.774741,
    0.843465,
    0.830717,
    0.940289,
    0.965356,
    0.79969,
    0.567937,
    0.567937,
    0.740913,
    0.739466,
    0.755526
  ],
  "sharpness": 1.55,
  "urgentSharpness": 1.526,
  "urgentShift": 0.6388,
  "pageAt": 0.7295,
  "offerAt": 0.2242
};
