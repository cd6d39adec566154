/** `npm run desk`: the site with its desk, for this machine only; prints the address to open. */
process.env.EDIT = '1';
await import('./start');

export {};
