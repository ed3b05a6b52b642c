import { expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import { defaultLaw, lateDays, lawProfiles, statutoryFee } from '../../src/customs/index.ts';

const law = present(lawProfiles[defaultLaw], 'the default law');
const lateDeclaration = present(law.fees['lateDeclaration'], 'the late-declaration fee');
const latePayment = present(law.fees['latePayment'], 'the late-payment fee');

test('a million yuan accepted on day 19 owes 2,500: five days at 0.5 per mille', () => {
  expect(statutoryFee(lateDeclaration, 1_000_000, lateDays(15, 19))).toBe(2500);
});

test('45 yuan are below 50 and not charged; 50 are', () => {
  expect(statutoryFee(lateDeclaration, 90_000, 1)).toBe(0);
  expect(statutoryFee(lateDeclaration, 100_000, 1)).toBe(50);
});

test('fen are cut', () => {
  expect(statutoryFee(lateDeclaration, 123_456, 1)).toBe(61);
});

test('a duty of 100,000 paid three days late owes 150', () => {
  expect(statutoryFee(latePayment, 100_000, 3)).toBe(150);
});

test('every statutory fee has a citation and a base', () => {
  for (const fee of Object.values(law.fees)) {
    expect(fee.citation).toMatch(/art\. \d+/u);
    expect(fee.base).not.toBe('');
  }
});
