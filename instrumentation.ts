/** Runs once when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logForm, startAccessLog } = await import('./lib/site/access-log');
  startAccessLog(logForm(process.env.LOG), console.log);
}
