import { creditLevels } from './credit-levels.ts';
import type { LawProfile } from './law-profile.ts';

/** Dated law profiles by name; a scenario names one with `law:`. */
export const lawProfiles: Readonly<Record<string, LawProfile>> = {
  'cn-2021-07-13': {
    name: 'cn-2021-07-13',
    label: { en: 'China, law of 13 July 2021', zh: '中国，2021年7月13日有效法规' },
    // Advance declarations are released at confirmed arrival; some ports ask for the yard's report.
    releaseTrigger: 'arrived',
    holidays: 'china',
    currency: 'CNY',
    creditLevels: creditLevels['2018-05-01'],
    fees: {
      lateDeclaration: {
        label: { en: 'late-declaration fee', zh: '滞报金' },
        ratePerDay: 0.0005,
        base: 'value',
        leastAmount: 50,
        citation:
          'Customs Law art. 24; Measures on the late-declaration fee, GACC Order 128 of 3 March 2005 (in force 1 June 2005): 0.5 per mille of the customs value a day, from the first fee day to the day of acceptance, whole yuan, none below CNY 50',
      },
      latePayment: {
        label: { en: 'late-payment fee', zh: '滞纳金' },
        ratePerDay: 0.0005,
        base: 'duty',
        leastAmount: 50,
        citation:
          'Customs Law art. 60: 0.05 % of the unpaid duty a day beyond 15 days after the tax bill; none below CNY 50 (threshold not verified)',
      },
    },
  },
};

/** The profile of a scenario that names none. */
export const defaultLaw = 'cn-2021-07-13';
