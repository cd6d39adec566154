import type { Figure } from './report';

/** Made once: making one takes longer than a search. */
const NUMBERS = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });

/** `hơn 1.200 lượt người: dự các lớp học`; a qualifier that is a ratio follows: `100 % (109/109): số xã`. */
export function figureInWords({ value, unit, what, qualifier = '' }: Figure): string {
  const amount = `${NUMBERS.format(value)} ${unit}`;
  const qualified = /\d/.test(qualifier) ? `${amount} (${qualifier})` : `${qualifier} ${amount}`.trim();
  return what ? `${qualified}: ${what}` : qualified;
}
